"""Servers over TLS: who they are is checked by name."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Thread

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from msgspec.structs import replace

from tests.read.warehouse import page
from tests.read.web.sites import HERE, NAME, QUICK, World, packet, read, received, sent
from variorum.read.web.addresses import address_of
from variorum.read.web.evidence import EvidencePacket
from variorum.read.web.retrieval import Retrieval


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a key, and a certificate for one name that it signs itself; return the path of both."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return path


@pytest.fixture
def port(certificate: Path) -> Iterator[int]:
    """Start a server over TLS with one page; give its port."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)

    class Handler(BaseRequestHandler):
        def handle(self) -> None:
            try:
                with context.wrap_socket(self.request, server_side=True) as line:
                    found = "/quay" in received(line)
                    status = "200 OK" if found else "404 Not Found"
                    line.sendall(sent(page("It rained.").encode(), status=status))
            except OSError:
                return

    class Server(ThreadingTCPServer):
        daemon_threads = True

    with Server((HERE, 0), Handler) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def retrieved(folder: Path, address: str, port: int, trusted: Path | None) -> tuple[int, str]:
    """Return how many accounts an address gave, and the first problem."""
    world = World()
    world.public.add((HERE, port))
    world.names["other.example"] = [HERE]
    outside = replace(world.outside(), tls=lambda: ssl.create_default_context(cafile=trusted))
    with EvidencePacket(packet(folder)) as evidence:
        source = Retrieval(evidence, QUICK, outside).source(address_of(address))
    accounts, problems = read([source])
    return len(accounts), problems[0].reason if problems else ""


def test_a_page_over_tls_is_read(port: int, certificate: Path, tmp_path: Path) -> None:
    assert retrieved(tmp_path, f"https://{NAME}:{port}/quay", port, certificate) == (1, "")


def test_a_server_that_nobody_vouches_for_is_not_heard(port: int, tmp_path: Path) -> None:
    accounts, reason = retrieved(tmp_path, f"https://{NAME}:{port}/quay", port, None)
    assert (accounts, "certificate not valid" in reason) == (0, True)


def test_a_server_with_the_certificate_of_another_is_not_heard(
    port: int, certificate: Path, tmp_path: Path
) -> None:
    accounts, reason = retrieved(tmp_path, f"https://other.example:{port}/quay", port, certificate)
    assert (accounts, "certificate not valid" in reason) == (0, True)


def test_a_redirect_from_https_to_http_is_not_followed() -> None:
    from variorum.errors import SourceError
    from variorum.read.web.exchange import redirect_of

    with pytest.raises(SourceError, match="from https to http"):
        redirect_of("https://a.example/", 301, {"location": "http://a.example/"})
