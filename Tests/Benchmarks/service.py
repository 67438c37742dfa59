#!/usr/bin/env python3
"""Measures the web service under load by wrk, beside nginx and Flask in the same run.

    Tests/Benchmarks/service.py [--members 500000] [--seconds 10] [--requests 1000000] [--folder DIR]

It makes a register through the command alone, starts `trygg serve` and asks for the pages of 19 600 members in turn, for
the pages of a few again and again, for a verification and for the interface of machines. nginx serves a static file of the size of
a member's page; Flask serves a page with one SQLite query. A register in `--folder` is kept and used again.
"""
import argparse, contextlib, datetime, hashlib, json, os, re, shutil, signal, socket, sqlite3, subprocess, sys, tempfile, time
import urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TRYGG = os.path.join(ROOT, ".build/release/trygg")
PYTHON = os.path.join(ROOT, ".venv-test/bin/python")
PORTS = {"trygg": 18090, "nginx": 18091, "flask": 18092}
RING, YEAR, TOWNS = "TR-1280-0001", 2027, ("1280", "0180")
# The rings that meet and whose members are trained; each ring has fifty members, the first of them its contact person.
LIVELY = 400


def luhn(digits):
    total = 0
    for place, digit in enumerate(digits):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def number(person):
    """A test number: birth numbers from 980 on belong to nobody."""
    day = time.gmtime((person // 20) * 86_400 - 1_104_537_600)
    digits = time.strftime("%Y%m%d", day) + str(980 + person % 20)
    return digits + luhn(digits[2:])


class Register:
    def __init__(self, folder, members):
        self.path = os.path.join(folder, "register.db")
        self.folder, self.members = folder, members
        self.lively = min(LIVELY, members // 50)
        self.readers = [i for i in range(50 * self.lively) if i % 50]

    def trygg(self, *words, now="2028-02-15T12:00"):
        words = [TRYGG, *words, "--register", self.path, "--now", now]
        run = subprocess.run(words, capture_output=True, text=True)
        if run.returncode:
            sys.exit(f"{' '.join(words)}: {run.stderr[-2000:]}")
        return run.stdout

    def load(self, kind, header, rows, now):
        path = os.path.join(self.folder, kind + ".csv")
        with open(path, "w") as file:
            file.write(header + "\n")
            file.writelines(row + "\n" for row in rows)
        self.trygg("import", kind, path, now=now)

    def make(self):
        now = f"{YEAR}-12-31T23:00"
        trainer, rings = number(self.members), self.members // 50
        self.trygg("init", now=now)
        people = ((number(i), f"Anna{i % 97}", f"Ek{i % 89}") for i in range(self.members + 1))
        self.load("persons", "personnummer,given_name,family_name", (",".join(p) for p in people), now)
        self.load("providers", "organisation_number,name,programme,valid_from,valid_to",
                  [f"212000-1124,Malmö stad,TR,{YEAR}-01-01,"], now)
        self.load("trainers", "personnummer,programme,valid_from,valid_to", [f"{trainer},TR,{YEAR}-01-01,"], now)
        self.load("sessions", "reference,provider,programme,module,personnummer,starts_at,ends_at,trainer",
                  [f"{p}-{m},212000-1124,TR,{m},{number(p)},{YEAR}-01-10T{17 + h}:00,{YEAR}-01-10T{18 + h}:00,{trainer}"
                   for p in (*self.readers, *range(0, self.members, 50)) for h, m in enumerate(("OBS", "DEE", "POL", "JUR"))], now)
        self.load("rings",
                  "name,municipality,street,postcode,city,venue,contact,interested_households,active_households,"
                  "applied_on,registered_on",
                  [f"Ring {r},{TOWNS[r % 2]},Torget 1,211 42,Malmö,Skolan,{number(50 * r)},60,12,"
                   f"{YEAR}-01-15,{YEAR}-01-15" for r in range(rings)], now)
        names = [f"TR-{TOWNS[r % 2]}-{r // 2 + 1:04}" for r in range(rings)]
        self.load("members", "ring,personnummer,household,joined_on,primary,alias",
                  (f"{names[i // 50]},{number(i)},H{i % 50},{YEAR}-01-15,yes,medlem {i % 50}"
                   for i in range(self.members) if i % 50), now)
        meetings = [(f"{name}-{m}", name, ring, m) for ring, name in enumerate(names[:self.lively]) for m in range(2, 13)]
        self.load("occasions", "occasion,ring,kind,starts_at,called_on,called,status",
                  [f"{key},{name},meeting,{YEAR}-{m:02}-20T18:00,{YEAR}-{m:02}-01,all,held" for key, name, _, m in meetings],
                  now)
        self.load("attendance", "occasion,personnummer,status",
                  (f"{key},{number(50 * ring + i)},{'absent' if (i + m) % 6 == 0 else 'present'}"
                   for key, _, ring, m in meetings for i in range(1, 50)), now)
        self.trygg("year", "lock", str(YEAR))
        self.trygg("year", "decide", str(YEAR))
        self.trygg("year", "statements", str(YEAR), "--out", os.path.join(self.folder, "out"), "--form", "xml")
        self.trygg("certificate", "issue", "--person", number(1), "--programme", "TR")
        self.trygg("user", "add", "reg", "--role", "registrar")

    def sign_in_all(self):
        """Enters a session of each reader beside the program, since a code takes its time by design."""
        begun = int(datetime.datetime(2028, 2, 15, 10, 59, tzinfo=datetime.timezone.utc).timestamp())
        with contextlib.closing(sqlite3.connect(self.path)) as db, db:
            ids = dict(db.execute("SELECT number, id FROM person"))
            tokens = [hashlib.sha256(b"bench %d" % i).hexdigest() for i in self.readers]
            for i, token in zip(self.readers, tokens):
                person = ids[int(number(i))]
                db.execute("INSERT OR IGNORE INTO user (name, role, person, entry) VALUES (?, 'member', ?, 1)",
                           (f"person-{person}", person))
                db.execute("INSERT OR IGNORE INTO web_session (digest, user, started_at, seen_at, entry) VALUES (?, ?, ?, ?, 1)",
                           (hashlib.sha256(token.encode()).digest(), f"person-{person}", begun, begun))
        return [f"__Host-trygg={token}" for token in tokens]

    def document(self, kind):
        listed = json.loads(self.trygg("--format", "json", "document", "list", "--person", number(1)))["documents"]
        return next(document for document in listed if document["kind"] == kind)


def ask(method, path, headers={}, body=None):
    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_):
            return None
    request = urllib.request.Request(f"http://127.0.0.1:{PORTS['trygg']}{path}", data=body, headers=headers, method=method)
    try:
        return urllib.request.build_opener(Stay).open(request)
    except urllib.error.HTTPError as answer:
        return answer


def wrk(port, path, headers={}, seconds=10, connections=64, script=None):
    words = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency"]
    for name, value in headers.items():
        words += ["-H", f"{name}: {value}"]
    if script:
        words += ["-s", script]
    out = subprocess.run(words + [f"http://127.0.0.1:{port}{path}"], capture_output=True, text=True).stdout
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1))
    share = re.search(r"99%\s+([\d.]+)(us|ms|s)", out)
    tail = float(share.group(1)) * {"us": 0.001, "ms": 1, "s": 1000}[share.group(2)]
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    done = int(re.search(r"(\d+) requests in", out).group(1))
    return rate, tail, int(failed.group(1)) if failed else 0, done


def memory(process):
    with open(f"/proc/{process.pid}/status") as file:
        return int(re.search(r"VmRSS:\s+(\d+)", file.read()).group(1)) / 1024


def await_port(port):
    for _ in range(600):
        try:
            return socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.05)
    sys.exit(f"nobody listens on {port}")


FLASK = """
import sqlite3, sys, flask
app = flask.Flask(__name__)
register = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True, check_same_thread=False)
@app.get("/")
def page():
    name, = register.execute("SELECT given_name FROM person WHERE id = 2").fetchone()
    return flask.render_template_string("<!doctype html><h1>{{ name }}</h1>" + "x" * %d, name=name)
import logging; logging.getLogger("werkzeug").disabled = True
app.run(port=%d, threaded=True)
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--members", type=int, default=500_000)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--requests", type=int, default=1_000_000, help="for the look at the memory")
    parser.add_argument("--folder", help="where the register is kept, and found again by the next run")
    options = parser.parse_args()
    folder = options.folder or tempfile.mkdtemp(prefix="trygg-http-")
    started = []

    def start(words, port, **more):
        process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **more)
        started.append(process)
        await_port(port)
        return process

    try:
        register = Register(folder, options.members)
        if not os.path.exists(os.path.join(folder, "made")):
            print(f"making a register of {options.members} members …", file=sys.stderr)
            os.makedirs(folder, exist_ok=True)
            register.make()
            open(os.path.join(folder, "made"), "w").close()
        document, certificate = register.document("statement"), register.document("certificate")
        cookies = register.sign_in_all()
        token = json.loads(register.trygg("--format", "json", "user", "token", "reg"))["secret"]
        service = start([TRYGG, "serve", "--listen", f"127.0.0.1:{PORTS['trygg']}", "--register", register.path,
                         "--now", "2028-02-15T12:00"], PORTS["trygg"])
        page = ask("GET", "/mina-sidor", {"Cookie": cookies[0]}).read()
        open(os.path.join(folder, "page.html"), "wb").write(page)
        conf = os.path.join(folder, "nginx.conf")
        open(conf, "w").write(
            f"worker_processes auto; daemon off; pid {folder}/nginx.pid; error_log /dev/null; events {{}} http {{ "
            f"access_log off; server {{ listen 127.0.0.1:{PORTS['nginx']}; root {folder}; }} }}")
        os.chmod(folder, 0o755)
        start(["nginx", "-c", conf], PORTS["nginx"])
        start([PYTHON, "-c", FLASK % (len(page), PORTS["flask"]), register.path], PORTS["flask"])
        def script(name, body):
            path = os.path.join(folder, name + ".lua")
            with open(path, "w") as file:
                file.write(body)
            return path

        def in_turn(cookies):
            return ("local cookies = {" + ", ".join(f'"{c}"' for c in cookies) + "}\nlocal n = 0\n"
                    'request = function()\n n = n + 1\n wrk.headers["Cookie"] = cookies[n % #cookies + 1]\n'
                    " return wrk.format()\nend\n")

        members, few = script("members", in_turn(cookies)), script("few", in_turn(cookies[:49]))
        # Half the load that is asked for, spread by chance over the connections.
        calmly = script("calmly", in_turn(cookies[:49]) + "delay = function() return math.random(0, 62) end\n")
        strangers = script("strangers", (
            'local n = 0\nrequest = function()\n n = n + 1\n'
            ' wrk.headers["X-Forwarded-For"] = string.format("10.%d.%d.%d", n / 65536 % 256, n / 256 % 256, n % 256)\n'
            " return wrk.format()\nend\n"))

        rows = []

        def measure(name, *target, budget="", **more):
            rate, tail, failed, _ = wrk(*target, seconds=options.seconds, **more)
            rows.append((name, f"{rate:.0f}", f"{tail:.1f}", str(failed), budget))
            print(f"{name}: {rate:.0f}/s, p99 {tail:.1f} ms, {failed} failed", file=sys.stderr)
            return rate

        verify = f"/verifiera/{certificate['code']}"
        measure(f"nginx, a static file of {len(page)} bytes", PORTS["nginx"], "/page.html")
        measure("Flask, a page with one SQLite query", PORTS["flask"], "/")
        measure("pages of 49 members again and again, each read audited", PORTS["trygg"], "/mina-sidor", script=few,
                budget="≥ 4 000")
        measure("the same at half that load", PORTS["trygg"], "/mina-sidor", script=calmly, budget="p99 ≤ 20 ms")
        measure(f"pages of {len(cookies)} members, each put together anew", PORTS["trygg"], "/mina-sidor", script=members)
        measure("a certificate verified, its read audited", PORTS["trygg"], verify, budget="≥ 8 000", script=strangers)
        measure("occasions of a ring, by token", PORTS["trygg"], f"/api/v1/occasions?ring={RING}",
                {"Authorization": f"Bearer {token}"})
        measure("start page", PORTS["trygg"], "/")
        times = []
        for _ in range(20):
            begun = time.perf_counter()
            ask("GET", f"/api/v1/statements/{document['number']}/pdf", {"Authorization": f"Bearer {token}"}).read()
            times.append((time.perf_counter() - begun) * 1000)
        rows.append(("statement as PDF, warm, one at a time", f"{1000 / sorted(times)[10]:.0f}", f"{sorted(times)[10]:.1f} (median)", "0", "≤ 50 ms"))
        idle = [socket.create_connection(("127.0.0.1", PORTS["trygg"])) for _ in range(1_000)]
        measure("pages of 49 members beside 1 000 idle connections", PORTS["trygg"], "/mina-sidor", script=few)
        alive = sum(s.send(b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n") > 0 and s.recv(12)[9:12] == b"200" for s in idle)
        for connection in idle:
            connection.close()
        rows.append(("idle connections still answered", str(alive), "–", str(1_000 - alive), "1 000"))
        before, done = memory(service), 0
        while done < options.requests:
            done += wrk(PORTS["trygg"], verify, script=strangers, seconds=20)[3]
        rows.append((f"memory over {done} requests, MB", f"{before:.0f} → {memory(service):.0f}", "–", "0", "± 10"))
        print(f"\n| {os.cpu_count()} cores, {options.members} members | requests/s | p99 ms | failed | budget |\n|---|---|---|---|---|")
        for row in rows:
            print("| " + " | ".join(row) + " |")
    finally:
        for process in started:
            process.send_signal(signal.SIGTERM)
            process.wait()
        if not options.folder:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
