"""Which other machines a process talks to, as Linux lists its connections."""

from ipaddress import ip_address
from pathlib import Path


def contacted(pid: int) -> set[str]:
    """Addresses, other than this machine's own, to which the process has a connection now."""
    sockets = set(_sockets(Path(f"/proc/{pid}/fd")))
    found = set()
    for table in ("tcp", "tcp6", "udp", "udp6"):
        for line in Path(f"/proc/{pid}/net/{table}").read_text().splitlines()[1:]:
            words = line.split()
            if words[9] in sockets:
                found.add(_address(words[2].split(":")[0]))
    return {each for each in found if not _here(each)}


def _sockets(folder: Path) -> list[str]:
    found = []
    for entry in folder.iterdir():
        try:
            target = str(entry.readlink())
        except FileNotFoundError:  # closed meanwhile
            continue
        if target.startswith("socket:["):
            found.append(target[8:-1])
    return found


def _address(text: str) -> str:
    """From hexadecimal digits, each four bytes in the machine's order."""
    raw = bytes.fromhex(text)
    ordered = b"".join(raw[at : at + 4][::-1] for at in range(0, len(raw), 4))
    return str(ip_address(ordered))


def _here(address: str) -> bool:
    parsed = ip_address(address)
    mapped = getattr(parsed, "ipv4_mapped", None) or parsed
    return bool(mapped.is_loopback or mapped.is_unspecified)
