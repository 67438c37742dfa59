"""Signing in by OpenID Connect against a provider that nobody here wrote, on the real clock."""
import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.parse

os.environ.setdefault("TRYGG_NOW", "2028-02-01")
import requests

from service import BASE, PROGRAM, REGISTER, Visitor, table

failures = []


def expect(what, found, wanted):
    if found != wanted:
        failures.append(f"{what}: {found}, not {wanted}")


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def wait(port):
    for _ in range(200):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    sys.exit(f"nothing listens at {port}")


member = table("members")[3]["personnummer"]
known = {row["personnummer"] for row in table("persons")}
published = os.path.join(os.path.dirname(__file__), "../Fixtures/testpersonnummer-sample.txt")
stranger = next(number for number in re.findall(r"^(?:19)\d{10}$", open(published).read(), re.M) if number not in known)
port = free_port()
issuer = f"http://127.0.0.1:{port}"
users = [{"sub": "anna", "personalIdentityNumber": member}, {"sub": "okänd", "personalIdentityNumber": stranger},
         {"sub": "utan"}]
arguments = [part for user in users for part in ("--user-claims", json.dumps(user))]
provider = subprocess.Popen(
    [os.path.join(os.path.dirname(sys.executable), "oidc-provider-mock"), "-p", str(port), "-n", "true", *arguments],
    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
clock = {name: value for name, value in os.environ.items() if name != "TRYGG_NOW"}
service = subprocess.Popen(
    [PROGRAM, "--register", REGISTER, "serve", "--listen", BASE.removeprefix("http://"), "--issuer", issuer,
     "--client", "ringar", "--site", BASE, "--issuer-name", "BankID"],
    env={**clock, "TRYGG_CLIENT_SECRET": "hemlig & lång"}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
try:
    wait(port)
    wait(int(BASE.rsplit(":", 1)[1]))

    def identify(visitor, who):
        """Goes to the provider as a browser does, and gives the address that it sends the browser back to."""
        begun = visitor.get("/logga-in/eid?till=/mina-sidor/registerutdrag")
        expect("sent to the provider", begun.headers["Location"].startswith(issuer), True)
        query = urllib.parse.parse_qs(urllib.parse.urlparse(begun.headers["Location"]).query)
        for name in ("state", "nonce", "code_challenge"):
            expect(f"{name} is long", len(query[name][0]) >= 43, True)
        expect("PKCE", query["code_challenge_method"], ["S256"])
        answer = requests.post(begun.headers["Location"], data={"sub": who}, allow_redirects=False)
        expect("the provider's answer", answer.status_code, 302)
        return answer.headers["Location"].removeprefix(BASE)

    anna = Visitor()
    expect("the button", "BankID" in anna.get("/logga-in").text, True)
    back = identify(anna, "anna")
    done = anna.get(back)
    expect("signed in", (done.status_code, done.headers.get("Location")), (303, "/mina-sidor/registerutdrag"))
    expect("the own extract", anna.get("/mina-sidor/registerutdrag").status_code, 200)
    expect("the answer brought again", anna.get(back).status_code, 422)

    stolen = identify(Visitor(place="192.0.2.2"), "anna")
    expect("an answer in another browser", Visitor(place="192.0.2.3").get(stolen).status_code, 422)
    forged = re.sub("state=[^&]+", "state=forged", identify(anna, "anna"))
    expect("another state", anna.get(forged).status_code, 422)
    expect("a made-up code", anna.get(re.sub("code=[^&]+", "code=forged", identify(anna, "anna"))).status_code, 422)
    expect("a person unknown to the register", anna.get(identify(anna, "okänd")).status_code, 422)
    expect("a person without a number", anna.get(identify(anna, "utan")).status_code, 422)
finally:
    service.terminate()
    provider.terminate()

print("\n".join(failures))
sys.exit(1 if failures else 0)
