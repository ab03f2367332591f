# SPDX-License-Identifier: BSL-1.0
"""validate_json.py SCHEMA FILE...: checks each JSON file against the schema; exit 0 all valid, 1 not, 77 without jsonschema.

A name that stands twice in an object is an error, too: Python's parser would keep the last and say nothing."""
import json
import sys

try:
    import jsonschema
except ImportError:
    print("python3-jsonschema is not installed")
    sys.exit(77)



def of_pairs(pairs):
    made = dict(pairs)
    if len(made) != len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"names stand twice: {sorted({n for n in names if names.count(n) > 1})}")
    return made


with open(sys.argv[1], encoding="utf-8") as f:
    schema = json.load(f, object_pairs_hook=of_pairs)
validator_class = jsonschema.validators.validator_for(schema)
validator_class.check_schema(schema)
validator = validator_class(schema)
bad = 0
for name in sys.argv[2:]:
    with open(name, encoding="utf-8") as f:
        try:
            read = json.load(f, object_pairs_hook=of_pairs)
        except ValueError as error:
            bad += 1
            print(f"{name}: {error}")
            continue
    for error in list(validator.iter_errors(read))[:10]:
        bad += 1
        print(f"{name}: /{'/'.join(str(p) for p in error.absolute_path)}: {error.message[:300]}")
sys.exit(1 if bad else 0)
