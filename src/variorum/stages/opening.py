"""Opening: the models that settings name, each once in a process.

Enters: `Settings`, with names such as `package.module:attribute`. Leaves: what is under the names,
called without arguments (a larger judge's reader: with its options). UsageError where there is no
such thing.

A name is the user's own word, in Python; nothing that is read gives one. Only names travel to
worker processes, so what they name must be importable there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from inspect import signature
from typing import Final, cast

from variorum.errors import UsageError
from variorum.languages.language import Language
from variorum.languages.registry import language_of, register, shipped
from variorum.models.cached import CachedEncoder
from variorum.seams import Encoder, Judge, LanguageIdentifier, Parser, Reader
from variorum.settings import LargerJudge, Settings

PARTS: Final[Mapping[str, type]] = {
    "parser": Parser,
    "encoder": Encoder,
    "identifier": LanguageIdentifier,
    "judge": Judge,
    "reader": Reader,
}
"""The settings that name models, and what each model must be."""


def parser(settings: Settings, language: str | None) -> Parser:
    """Return the parser of a language, by its code, or the one that settings name for all."""
    languages(settings)
    return _parser(settings.parser or language_of(language).parser)


def parsers(settings: Settings) -> list[Parser]:
    """Return all parsers that may be needed, in the order of their languages."""
    own = [language.parser for language in languages(settings)]
    names = own if settings.parser is None else [settings.parser]
    return [_parser(name) for name in dict.fromkeys(names)]


def _parser(name: str) -> Parser:
    return cast(Parser, _opened("parser", name))


def languages(settings: Settings) -> list[Language]:
    """Return the languages that accounts are read in; those that settings name can then be found by code."""
    found = shipped()
    for name in settings.languages:
        try:
            found.append(register(name))
        except (ImportError, AttributeError, TypeError, ValueError) as error:
            raise UsageError(
                f"The language “{name}” cannot be opened ({error}): write package.module:attribute, "
                "where a variorum.languages.language.Language stands."
            ) from error
    return found


def encoder(settings: Settings) -> Encoder:
    """Return the encoder of this process, by which a text is encoded once while others are asked for."""
    return _caching(settings.encoder)


def identifier(settings: Settings) -> LanguageIdentifier:
    """Return the language identifier."""
    return cast(LanguageIdentifier, _opened("identifier", settings.identifier))


def judge(settings: Settings) -> Judge:
    """Return the judge."""
    return cast(Judge, _opened("judge", settings.judge))


def reader(settings: Settings) -> Reader | None:
    """Return a reader with the options of the larger judge, new each time; ``None`` where there is none."""
    if settings.larger is None:
        return None
    name = settings.larger.reader
    make = cast("Callable[[LargerJudge], object]", _found("reader", name))
    return cast(Reader, _checked("reader", name, make(settings.larger)))


def require_models(settings: Settings) -> None:
    """Open every model that settings name, before any work is done: UsageError tells what is amiss."""
    parsers(settings)
    encoder(settings)
    identifier(settings)
    judge(settings)
    reader(settings)


@cache
def _caching(name: str) -> CachedEncoder:
    return CachedEncoder(cast(Encoder, _opened("encoder", name)))


@cache
def _opened(part: str, name: str) -> object:
    return _checked(part, name, _made(part, name, _found(part, name)))


def _found(part: str, name: str) -> object:
    """Return what stands under a name; UsageError where there is nothing."""
    module, _, attribute = name.partition(":")
    if not (module and attribute):
        shown = getattr(Settings(), part, None) or language_of(None).parser
        raise UsageError(
            f"“{name}” does not name a {part}: write package.module:attribute, as in “{shown}”."
        )
    try:
        return cast(object, getattr(import_module(module), attribute))
    except ModuleNotFoundError as error:
        if not f"{module}.".startswith(f"{error.name}."):
            raise  # the module is there, and misses another
        raise UsageError(
            f"The {part} “{name}” cannot be opened: there is no module “{error.name}” here. Install it, or "
            "put its folder on sys.path; worker processes import nothing from the current folder nor "
            "from a folder of accounts, but Settings(workers=1) starts none."
        ) from error
    except AttributeError as error:
        raise UsageError(
            f"The {part} “{name}” cannot be opened: the module “{module}” has no “{attribute}”. "
            "Correct the name."
        ) from error


def _checked(part: str, name: str, made: object) -> object:
    """Return a model if it has all that one must have; else raise UsageError."""
    if not isinstance(made, PARTS[part]):
        wanted = ", ".join(sorted(_parts_of(PARTS[part])))
        raise UsageError(
            f"“{name}” does not return a {part}: what it returns must have {wanted} (docs/extending.md)."
        )
    return made


def _made(part: str, name: str, make: object) -> object:
    """Return what a class or function gives without arguments; anything else is a model itself."""
    if not callable(make):
        return make
    try:
        signature(make).bind()
    except TypeError as error:
        raise UsageError(
            f"The {part} “{name}” cannot be opened without arguments ({error}): write a function "
            "without arguments that returns it, and name that function."
        ) from error
    return make()


def _parts_of(protocol: type) -> set[str]:
    return {part for part in vars(protocol) if not part.startswith("_")}
