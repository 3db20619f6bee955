# Runs commands on a pseudo-terminal of their own, or in a pipe, and measures what they print with Python's wcwidth, which knows nothing
# of how rel measures. Reads jobs as JSON lines: {argv, env, columns, terminal, input}. Writes for each {code, out, err, widths}.
import base64, fcntl, json, os, pty, re, select, struct, subprocess, sys, termios
from wcwidth import wcswidth

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
PATIENCE = 60


def on_terminal(job):
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(job["argv"][0], job["argv"], job["env"])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, job["columns"], 0, 0))
    out = b""
    while True:
        ready, _, _ = select.select([terminal], [], [], PATIENCE)
        if not ready:
            os.kill(child, 9)
            break
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            break
        if not piece:
            break
        out += piece
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    return os.waitstatus_to_exitcode(status), out.replace(b"\r\n", b"\n"), b""


def in_pipe(job):
    done = subprocess.run(
        job["argv"], env=job["env"], input=job.get("input", "").encode("utf-8", "surrogatepass"),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=PATIENCE, check=False,
    )
    return done.returncode, done.stdout, done.stderr


for line in sys.stdin:
    job = json.loads(line)
    code, out, err = on_terminal(job) if job["terminal"] else in_pipe(job)
    text = COLOUR.sub("", out.decode("utf-8", "replace"))
    answer = {
        "code": code,
        "out": base64.b64encode(out).decode(),
        "err": base64.b64encode(err).decode(),
        "widths": [wcswidth(each) for each in text.split("\n")],
    }
    print(json.dumps(answer), flush=True)
