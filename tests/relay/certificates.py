"""Certificates for tests, made by the system's openssl."""
import pathlib
import subprocess

name = "pairbook.example"


def certificate(folder, stem, host=name):
    """A certificate for a host and its key, in one file each and together."""
    crt, key, both = (pathlib.Path(folder) / f"{stem}.{end}" for end in ("crt", "key", "pem"))
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                    "-days", "2", "-subj", f"/CN={host}", "-addext", f"subjectAltName=DNS:{host}", "-keyout", key,
                    "-out", crt], check=True, capture_output=True)
    both.write_text(crt.read_text() + key.read_text())
    return crt, key, both


def issued(folder, stem, issuer, *extensions):
    """A certificate and its key, signed by another's."""
    crt, key, request, more = (pathlib.Path(folder) / f"{stem}.{end}" for end in ("crt", "key", "csr", "ext"))
    more.write_text("\n".join(extensions))
    subprocess.run(["openssl", "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj",
                    f"/CN={stem}", "-keyout", key, "-out", request], check=True, capture_output=True)
    subprocess.run(["openssl", "x509", "-req", "-in", request, "-CA", issuer[0], "-CAkey", issuer[1], "-set_serial",
                    str(len(stem)), "-days", "2", "-extfile", more, "-out", crt], check=True, capture_output=True)
    return crt, key
