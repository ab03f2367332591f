# SPDX-License-Identifier: BSL-1.0
"""validate_json.py SCHEMA FILE...: checks each JSON file against the schema; exit 0 all valid, 1 not, 77 without jsonschema."""
import json
import sys

try:
    import jsonschema
except ImportError:
    print("python3-jsonschema is not installed")
    sys.exit(77)

with open(sys.argv[1], encoding="utf-8") as f:
    schema = json.load(f)
validator_class = jsonschema.validators.validator_for(schema)
validator_class.check_schema(schema)
validator = validator_class(schema)
bad = 0
for name in sys.argv[2:]:
    with open(name, encoding="utf-8") as f:
        for error in list(validator.iter_errors(json.load(f)))[:10]:
            bad += 1
            print(f"{name}: /{'/'.join(str(p) for p in error.absolute_path)}: {error.message[:300]}")
sys.exit(1 if bad else 0)
