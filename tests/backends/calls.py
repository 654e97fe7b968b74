"""A function that can be told to misbehave, importable by the process that runs it."""

import os
import time


def obey(order: str) -> str:
    if order == "hang":
        time.sleep(3_600)
    if order == "die":
        os._exit(9)
    if order == "who":
        return str(os.getpid())
    if order == "answer":
        return "answered"
    raise ValueError(f"no such order: {order}")
