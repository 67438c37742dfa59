"""What the scripts that try the running service share: its address, codes for its users, and a plain browser."""
import json
import os
import re
import subprocess

import requests

BASE = os.environ["TRYGG_BASE"]
PROGRAM = os.environ["TRYGG_PROGRAM"]
REGISTER = os.environ["TRYGG_REGISTER"]
NOW = os.environ["TRYGG_NOW"]


def trygg(*words):
    """Runs a command that must succeed, and gives its JSON."""
    run = subprocess.run(
        [PROGRAM, "--register", REGISTER, "--now", NOW, "--format", "json", *words],
        capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def code(*who):
    return trygg("user", "code", *who)["code"]


def table(name):
    """The rows of one of the demonstration's CSV files."""
    folder = os.path.join(os.path.dirname(REGISTER), "csv")
    lines = open(os.path.join(folder, name + ".csv"), encoding="utf-8").read().split("\n")
    head = lines[0].split(",")
    return [dict(zip(head, line.split(","))) for line in lines[1:] if line]


class Visitor:
    """Somebody with a browser that keeps cookies and runs no script."""

    def __init__(self, *who, place="192.0.2.1"):
        self.session = requests.Session()
        self.session.headers["X-Forwarded-For"] = place
        # The library keeps Secure cookies from plain HTTP, which browsers do not on the machine itself.
        self.cookies = {}
        if who:
            answer = self.sign_in(code(*who))
            assert answer.status_code == 303, answer.text

    def send(self, method, path, **more):
        self.session.cookies.clear()
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        answer = self.session.request(
            method, BASE + path, headers={"Cookie": cookies} if cookies else {}, allow_redirects=False, **more)
        for header in answer.raw.headers.getlist("Set-Cookie"):
            assert "HttpOnly" in header and "Secure" in header and "SameSite=Lax" in header, header
            name, value = header.split(";")[0].split("=", 1)
            self.cookies[name] = value
        return answer

    def get(self, path):
        return self.send("GET", path)

    def token(self, path="/logga-in"):
        return re.search(r'name="token" value="([0-9a-f]+)"', self.get(path).text).group(1)

    def post(self, path, page=None, files=None, **fields):
        return self.send("POST", path, data={"token": self.token(page or path), **fields}, files=files)

    def sign_in(self, code):
        return self.post("/logga-in", code=code)
