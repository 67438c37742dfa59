import Glibc

/// The folder that holds a file.
func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// Makes a new or renamed file survive a power cut.
func synchronizeFolder(of path: String) throws(StoreError) {
  let folder = folder(of: path)
  let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { throw StoreError(errno: errno, folder) }
  defer { close(descriptor) }
  guard fsync(descriptor) == 0 else { throw StoreError(errno: errno, folder) }
}
