#!/usr/bin/env python3
"""Measures the web service under load by wrk, beside nginx and Flask in the same run.

    Tests/Benchmarks/service.py [--members 500000] [--seconds 10] [--requests 1000000]

It makes a register through the command alone, starts `trygg serve` and asks for the pages of a member who has signed in,
for a verification and for the interface of machines. nginx serves a static file of the size of the member's page; Flask
serves a page with one SQLite query.
"""
import argparse, json, os, re, shutil, signal, socket, subprocess, sys, tempfile, time, urllib.parse, urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TRYGG = os.path.join(ROOT, ".build/release/trygg")
PYTHON = os.path.join(ROOT, ".venv-test/bin/python")
PORTS = {"trygg": 18090, "nginx": 18091, "flask": 18092}
RING, YEAR, TOWNS = "TR-1280-0001", 2027, ("1280", "0180")


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
                   for p in (1, *range(0, self.members, 50)) for h, m in enumerate(("OBS", "DEE", "POL", "JUR"))], now)
        self.load("rings",
                  "name,municipality,street,postcode,city,venue,contact,interested_households,active_households,"
                  "applied_on,registered_on",
                  [f"Ring {r},{TOWNS[r % 2]},Torget 1,211 42,Malmö,Skolan,{number(50 * r)},60,12,"
                   f"{YEAR}-01-15,{YEAR}-01-15" for r in range(rings)], now)
        names = [f"TR-{TOWNS[r % 2]}-{r // 2 + 1:04}" for r in range(rings)]
        self.load("members", "ring,personnummer,household,joined_on,primary,alias",
                  (f"{names[i // 50]},{number(i)},H{i % 50},{YEAR}-01-15,yes,medlem {i % 50}"
                   for i in range(self.members) if i % 50), now)
        home = names[0]
        self.load("occasions", "occasion,ring,kind,starts_at,called_on,called,status",
                  [f"M{m},{home},meeting,{YEAR}-{m:02}-20T18:00,{YEAR}-{m:02}-01,all,held" for m in range(2, 13)], now)
        self.load("attendance", "occasion,personnummer,status", [f"M{m},{number(1)},present" for m in range(2, 13)], now)
        self.trygg("year", "lock", str(YEAR))
        self.trygg("year", "decide", str(YEAR))
        self.trygg("year", "statements", str(YEAR), "--out", os.path.join(self.folder, "out"), "--form", "xml")
        return json.loads(self.trygg("--format", "json", "document", "list", "--person", number(1)))["documents"][0]


def ask(method, path, headers={}, body=None):
    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_):
            return None
    request = urllib.request.Request(f"http://127.0.0.1:{PORTS['trygg']}{path}", data=body, headers=headers, method=method)
    try:
        return urllib.request.build_opener(Stay).open(request)
    except urllib.error.HTTPError as answer:
        return answer


def sign_in(code):
    page = ask("GET", "/logga-in")
    cookie = page.headers["Set-Cookie"].split(";")[0]
    token = re.search(r'name="token" value="([^"]+)"', page.read().decode())
    form = urllib.parse.urlencode({"token": token.group(1), "code": code, "till": ""}).encode()
    answer = ask("POST", "/logga-in", {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}, form)
    return answer.headers["Set-Cookie"].split(";")[0]


def wrk(port, path, headers={}, seconds=10, connections=64, script=None, rate=None):
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
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="trygg-http-")
    started = []

    def start(words, port, **more):
        process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **more)
        started.append(process)
        await_port(port)
        return process

    try:
        register = Register(folder, options.members)
        print(f"making a register of {options.members} members …", file=sys.stderr)
        document = register.make()
        code = json.loads(register.trygg("--format", "json", "user", "code", "--person", number(1)))["code"]
        register.trygg("user", "add", "reg", "--role", "registrar")
        token = json.loads(register.trygg("--format", "json", "user", "token", "reg"))["secret"]
        service = start([TRYGG, "serve", "--listen", f"127.0.0.1:{PORTS['trygg']}", "--register", register.path,
                         "--now", "2028-02-15T12:00"], PORTS["trygg"])
        cookie = sign_in(code)
        page = ask("GET", "/mina-sidor", {"Cookie": cookie}).read()
        open(os.path.join(folder, "page.html"), "wb").write(page)
        conf = os.path.join(folder, "nginx.conf")
        open(conf, "w").write(
            f"worker_processes auto; daemon off; pid {folder}/nginx.pid; error_log /dev/null; events {{}} http {{ "
            f"access_log off; server {{ listen 127.0.0.1:{PORTS['nginx']}; root {folder}; }} }}")
        os.chmod(folder, 0o755)
        start(["nginx", "-c", conf], PORTS["nginx"])
        start([PYTHON, "-c", FLASK % (len(page), PORTS["flask"]), register.path], PORTS["flask"])
        others = os.path.join(folder, "others.lua")
        open(others, "w").write(
            'local n = 0\nrequest = function()\n n = n + 1\n wrk.headers["X-Forwarded-For"] = "10." .. (n // 65536 % 256 or 0)'
            .replace("n // 65536 % 256 or 0", "math.floor(n / 65536) % 256")
            + ' .. "." .. (math.floor(n / 256) % 256) .. "." .. (n % 256)\n return wrk.format()\nend\n')

        rows = []

        def measure(name, *target, budget="", **more):
            rate, tail, failed, _ = wrk(*target, seconds=options.seconds, **more)
            rows.append((name, f"{rate:.0f}", f"{tail:.1f}", str(failed), budget))
            print(f"{name}: {rate:.0f}/s, p99 {tail:.1f} ms, {failed} failed", file=sys.stderr)
            return rate

        verify = f"/verifiera/{document['code']}"
        measure(f"nginx, a static file of {len(page)} bytes", PORTS["nginx"], "/page.html")
        measure("Flask, a page with one SQLite query", PORTS["flask"], "/")
        measure("member page, its read audited", PORTS["trygg"], "/mina-sidor", {"Cookie": cookie}, budget="≥ 4 000")
        measure("the same from 8 connections", PORTS["trygg"], "/mina-sidor", {"Cookie": cookie}, connections=8,
                budget="p99 ≤ 20 ms")
        measure("verification page", PORTS["trygg"], verify, budget="≥ 8 000", script=others)
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
        measure("member page beside 1 000 idle connections", PORTS["trygg"], "/mina-sidor", {"Cookie": cookie})
        alive = sum(s.send(b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n") > 0 and s.recv(12)[9:12] == b"200" for s in idle)
        for connection in idle:
            connection.close()
        rows.append(("idle connections still answered", str(alive), "–", str(1_000 - alive), "1 000"))
        before, done = memory(service), 0
        while done < options.requests:
            done += wrk(PORTS["trygg"], "/api/v1/occasions?ring=" + RING, {"Authorization": f"Bearer {token}"}, seconds=20)[3]
        rows.append((f"memory over {done} requests, MB", f"{before:.0f} → {memory(service):.0f}", "–", "0", "± 10"))
        print(f"\n| {os.cpu_count()} cores, {options.members} members | requests/s | p99 ms | failed | budget |\n|---|---|---|---|---|")
        for row in rows:
            print("| " + " | ".join(row) + " |")
    finally:
        for process in started:
            process.send_signal(signal.SIGTERM)
            process.wait()
        shutil.rmtree(folder, ignore_errors=True)


main()
