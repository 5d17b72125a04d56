"""How many scans a second does the program answer beside nginx, which serves the very same bytes from files?

    python3 tests/versus_nginx.py target/release/tenpho [--rounds 8] [--seconds 3] [--streets 20000]

Needs nginx with its brotli_static module, wrk and taskset, and a machine with nothing else to do. Rounds alternate between the servers;
what is told are medians and their ratios. With --streets, once more with a register of so many streets and six signs each.
"""

import argparse
import contextlib
import csv
import http.client
import os
import pathlib
import signal
import socket
import statistics
import subprocess
import tempfile
import time

CONNECTIONS = 64
TICK = os.sysconf("SC_CLK_TCK")
HEADERS = {"Accept-Encoding": "br", "Accept-Language": "vi"}

NGINX = """
load_module modules/ngx_http_brotli_static_module.so;
worker_processes {workers};
pid {folder}/nginx.pid;
error_log /dev/null;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000;
    open_file_cache max=200000 inactive=10m;
    types {{ }}
    default_type "text/html; charset=utf-8";
    server {{
        listen 127.0.0.1:{port} reuseport;
        root {folder}/pages;
        brotli_static on;
{headers}
    }}
}}
"""

# Every sign in turn, so that no server answers from its last page.
REQUESTS = """
local paths = {{}}
for line in io.lines("{folder}/paths.txt") do paths[#paths + 1] = line end
local at = 0
wrk.headers["Accept-Encoding"] = "br"
wrk.headers["Accept-Language"] = "vi"
local made = {{}}
function init(args)
  for i, path in ipairs(paths) do made[i] = wrk.format("GET", path) end
end
function request()
  at = at % #made + 1
  return made[at]
end
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port):
    for _ in range(600):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.05)
    raise SystemExit("a server did not start")


def processes_of(root):
    """The process and its children."""
    children = subprocess.run(["pgrep", "-P", str(root)], capture_output=True, text=True, check=False).stdout.split()
    return [root] + [process for child in children for process in processes_of(int(child))]


def cpu_of(root):
    """Seconds of user and system time of a process and its children so far."""
    seconds = 0
    for process in processes_of(root):
        fields = pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        seconds += (int(fields[11]) + int(fields[12])) / TICK
    return seconds


def resting_mib(root):
    status = pathlib.Path(f"/proc/{root}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


def page_of(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", path, headers=HEADERS)
    answer = connection.getresponse()
    body = answer.read()
    assert answer.status == 200, (path, answer.status)
    return body, answer.getheaders()


def ask(port, folder, seconds, clients_core):
    """One round of wrk: requests, requests a second, the 99th percentile in milliseconds."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", "-s", f"{folder}/requests.lua", f"http://127.0.0.1:{port}"]
    told = subprocess.run((["taskset", "-c", clients_core] if clients_core else []) + command, capture_output=True, text=True, check=True).stdout
    assert "Non-2xx" not in told and "Socket errors" not in told, told
    words = told.split()
    late = words[words.index("99%") + 1]
    late = float(late.rstrip("mus")) * (1 if late.endswith("ms") else 0.001 if late.endswith("us") else 1000)
    return int(words[words.index("requests") - 1]), float(words[words.index("Requests/sec:") + 1]), late


def register_of(program, folder, streets):
    """A database with so many streets beside the starter's, six signs each."""
    database = f"{folder}/register.db"
    if streets:
        with open(f"{folder}/streets.csv", "w", newline="", encoding="utf-8") as file:
            rows = csv.writer(file)
            rows.writerow(["slug", "name", "attestation", "source"])
            rows.writerows([f"pho-so-{at}", f"Phố số {at}", "single-source", "background"] for at in range(streets))
        with open(f"{folder}/signs.csv", "w", newline="", encoding="utf-8") as file:
            rows = csv.writer(file)
            rows.writerow(["code", "place_kind", "place", "number"])
            rows.writerows(["", "street", f"pho-so-{at}", number] for at in range(streets) for number in range(1, 7))
        for kind in ["streets", "signs"]:
            subprocess.run([program, "--db", database, "import", kind, f"{folder}/{kind}.csv"], check=True, stdout=subprocess.DEVNULL)
    told = subprocess.run([program, "--db", database, "export", "signs"], check=True, capture_output=True, text=True).stdout
    return database, [row["code"] for row in csv.DictReader(told.splitlines())]


@contextlib.contextmanager
def started(command, core, **options):
    pinned = ["taskset", "-c", core] if core else []
    server = subprocess.Popen(pinned + command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    try:
        yield server
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()


def compare(program, streets, workers, rounds, seconds):
    core, clients_core = ("0", "1") if workers == 1 else (None, None)
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        database, codes = register_of(program, folder, streets)
        codes = codes[-2800:]
        ours, theirs = free_port(), free_port()
        pathlib.Path(folder, "paths.txt").write_text("".join(f"/{code}\n" for code in codes))
        pathlib.Path(folder, "requests.lua").write_text(REQUESTS.format(folder=folder))
        pages = pathlib.Path(folder, "pages")
        pages.mkdir()
        address = ["--base-url", "https://qr.haiphong.gov.vn", "--listen", f"127.0.0.1:{ours}"]
        with started([program, "--db", database, *address], core) as mine:
            wait_for(ours)
            for code in codes:
                page_of(ours, f"/{code}")
            # Until the last page has been pressed as hard as it goes, so that both send the same bytes.
            spent = None
            while spent != (spent := cpu_of(mine.pid)):
                time.sleep(2)
            for code in codes:
                body, headers = page_of(ours, f"/{code}")
                pages.joinpath(f"{code}.br").write_bytes(body)
                pages.joinpath(code).write_bytes(b"not pressed")
            skipped = {"content-length", "content-encoding", "content-type", "date", "etag", "server"}
            added = "".join(f'        add_header {name} "{value}";\n' for name, value in headers if name.lower() not in skipped)
            pathlib.Path(folder, "nginx.conf").write_text(NGINX.format(workers=workers, folder=folder, port=theirs, headers=added))
            with started(["nginx", "-c", f"{folder}/nginx.conf", "-p", "/usr/share/nginx", "-g", "daemon off;"], core) as nginx:
                wait_for(theirs)
                assert page_of(theirs, f"/{codes[-1]}")[0] == page_of(ours, f"/{codes[-1]}")[0]
                seen = {"nginx": [], "tenpho": []}
                for _ in range(rounds):
                    for name, port, server in [("nginx", theirs, nginx), ("tenpho", ours, mine)]:
                        before = cpu_of(server.pid)
                        requests, a_second, late = ask(port, folder, seconds, clients_core)
                        seen[name].append((a_second, (cpu_of(server.pid) - before) / requests * 1e6, late))
                resting = resting_mib(mine.pid)
    medians = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in seen.items()}
    for name, (a_second, cpu, late) in medians.items():
        print(f"  {name:8} {a_second:9,.0f} requests/s   {cpu:6.2f} µs CPU a request   99 %: {late:6.1f} ms")
    ratio = [mine / other for mine, other in zip(medians["tenpho"], medians["nginx"])]
    print(f"  ratio    {ratio[0]:9.2f}              {ratio[1]:6.2f}                      {ratio[2]:6.2f}     memory {resting:.0f} MiB")


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("program")
    asked.add_argument("--rounds", type=int, default=8)
    asked.add_argument("--seconds", type=int, default=3)
    asked.add_argument("--streets", type=int, default=0)
    asked = asked.parse_args()
    program = os.path.abspath(asked.program)
    for streets in [0] + ([asked.streets] if asked.streets else []):
        for workers in [1, 2]:
            print(f"{450 + streets:,} streets, {workers} worker{'s'[:workers - 1]}, {CONNECTIONS} connections, {asked.rounds} rounds")
            compare(program, streets, workers, asked.rounds, asked.seconds)


if __name__ == "__main__":
    main()
