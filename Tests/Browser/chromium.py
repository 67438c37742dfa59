"""A headless Chromium that looks at pages as their users do, and axe-core to find what shuts somebody out."""
import base64
import os
import pathlib

import axe_playwright_python
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from service import BASE, code

AXE = next(pathlib.Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text()


class Browser:
    """A browser of one width, language and brightness, which notes every fault of every page it sees."""

    def __init__(self, width=1280, language="sv", dark=False):
        options = Options()
        options.binary_location = "/usr/bin/chromium"
        for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage",
                     f"--lang={language}", f"--accept-lang={language}"):
            options.add_argument(flag)
        options.add_experimental_option("prefs", {"intl.accept_languages": language})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.command("Emulation.setDeviceMetricsOverride",
                     width=width, height=900, deviceScaleFactor=1, mobile=width < 500)
        if dark:
            self.command("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark"}])
        self.width, self.faults = width, []

    def command(self, name, **more):
        return self.driver.execute_cdp_cmd(name, more)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.quit()

    def open(self, path):
        self.driver.get(BASE + path)
        self.look()

    def look(self):
        """Looks at the page that is open: by axe, and whether it is wider than its window."""
        where = f"{self.driver.current_url.removeprefix(BASE)} at {self.width}"
        if self.driver.execute_script("return document.documentElement.scrollWidth > window.innerWidth"):
            self.faults.append(f"{where}: wider than the window")
        self.driver.execute_script(AXE)
        found = self.driver.execute_async_script("const done = arguments[0]; axe.run().then(done)")
        for fault in found["violations"]:
            self.faults.append(f"{where}: {fault['id']} {[node['target'] for node in fault['nodes']][:3]}")

    def find(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def text(self):
        return self.find("main").text

    def press(self, selector):
        """Presses a button by the keyboard and waits for the next page."""
        element = self.find(selector)
        element.send_keys(Keys.ENTER)
        WebDriverWait(self.driver, 20).until(lambda _: self.has_gone(element))
        self.look()

    @staticmethod
    def has_gone(element):
        try:
            element.is_enabled()
            return False
        except Exception:
            return True

    def sign_in(self, *who):
        self.driver.delete_all_cookies()
        self.open("/logga-in")
        self.find("[name=code]").send_keys(code(*who))
        self.press("main form button")

    def picture(self, name, height=2400):
        """Keeps a picture where TRYGG_PICTURES says, if it does."""
        folder = os.environ.get("TRYGG_PICTURES")
        if not folder:
            return
        tall = self.driver.execute_script("return document.documentElement.scrollHeight")
        taken = self.command("Page.captureScreenshot", captureBeyondViewport=True,
                             clip={"x": 0, "y": 0, "width": self.width, "height": min(tall, height), "scale": 1})
        pathlib.Path(folder, name + ".png").write_bytes(base64.b64decode(taken["data"]))
