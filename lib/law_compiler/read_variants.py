"""Rows in variants: rows that differ in a few keys share the others in one `[[row]]`."""

from dataclasses import dataclass

from source import Place, Table, is_a

PASSAGE = ("quote", "summary")


@dataclass(frozen=True, eq=False)
class VariantPlace(Place):
    """The place of a row made of a variant: of each key where it stands, in the variant or in what it shares."""

    shared: Place = None
    own: dict = None

    def at(self, *keys):
        own = self.own
        for key in keys[:2] if keys[:1] == ("when",) else keys[:1]:
            if not is_a(own, dict) or key not in own:
                return self.shared.at(*keys)
            own = own[key]
        return Place(self.file, self.path).at(*keys)


def read_when(row, variant):
    """The conditions of both; a fact that both ask would be asked twice."""
    shared, own = row.data.get("when", {}), variant.data.get("when", {})
    if not is_a(shared, dict) or not is_a(own, dict):
        return {"when": own if is_a(shared, dict) else shared}
    for key in own:
        if key in shared:
            variant.refuse(f"`{key}` is asked by the row too, for all its variants, expected it in one place", "when", key)
    return {"when": {**shared, **own}} if shared or own else {}


def read_variant(row, id_, variant):
    """The row that a variant makes: its own keys stand for the shared ones, its conditions are added."""
    own = variant.data
    replaced = ("variant", "number", *(PASSAGE if any(key in own for key in PASSAGE) else ()))
    shared = {key: value for key, value in row.data.items() if key not in replaced}
    data = {**shared, **own, **read_when(row, variant)}
    if "id" not in own:
        del data["id"]
    elif id_ is not None and is_a(own["id"], str):
        data["id"] = f"{id_}.{own['id']}"
    what = f'row "{data["id"]}"' if is_a(data.get("id"), str) else row.what
    return Table(data, VariantPlace(row.place.file, variant.place.path, row.place, own), row.refusals, what)


def read_variants(row):
    """The rows that stand in one `[[row]]`: itself, or one for each of its variants."""
    if not row.has("variant"):
        return [row]
    id_ = row.name("id")
    if id_ is not None:
        row.what = f'row "{id_}"'
    if row.has("number"):
        row.refuse("a row with variants has no `number` of its own, expected one in each variant", "number")
    if row.data["variant"] == []:
        row.refuse("`variant` is empty, expected one or more, or a row without this key", "variant")
    return [read_variant(row, id_, variant) for variant in row.tables("variant", f"{row.what}, a variant")]
