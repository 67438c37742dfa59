import Glibc

extension StoreError {
  /// States a fault of the file system.
  init(errno: Int32, _ path: String) {
    let code: Code =
      switch errno {
      case ENOENT: .missing
      case EEXIST: .exists
      case EROFS: .readOnly
      case ENOSPC, EDQUOT, EFBIG: .diskFull
      case EIO: .inputOutput
      default: .cannotOpen
      }
    self.init(code, path)
  }

  /// States why a file could not be made.
  init(creating path: String, errno: Int32) {
    if errno == ENOENT { self.init(.folderMissing, path) } else { self.init(errno: errno, path) }
  }
}
