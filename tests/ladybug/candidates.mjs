// Loads an export of neo4j-csv into LadybugDB and asks it, for every cause, which options are documented for it.
// Usage: node candidates.mjs NODE_MODULES FOLDER; prints a line "cause option claim" for each claim that lists an option.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chdir } from "node:process";

const [modules, folder] = process.argv.slice(2);
const { Connection, Database } = createRequire(join(modules, "x.js"))("@ladybugdb/core");
const connection = new Connection(new Database(":memory:"));

chdir(folder);
for (const statement of readFileSync("ladybug.cypher", "utf8").split(";\n").filter((s) => s.trim()))
    await connection.query(statement + ";");

// What bears on a cause: itself, those above it and those below it; a claim speaks of its object or of the causes in `about`.
const listing = `
      AND r.intent IN ['symptomatic', 'rehabilitative'] AND r.claim_status = 'current' AND r.replaced_by IS NULL
      AND coalesce(o.reference, 'false') = 'false'
    RETURN o.key AS option, r.id AS claim`;
const question = ["(asked)-[:IS_A*0..30]->(c:Cause)", "(asked)<-[:IS_A*0..30]-(c:Cause)"]
    .flatMap((way) => [
        `MATCH (asked:Cause {key: $cause}) MATCH ${way}
         MATCH (o)-[r:USED_FOR|RECOMMENDED_FOR|APPROVED_FOR]->(c) WHERE true ${listing}`,
        `MATCH (asked:Cause {key: $cause}) MATCH ${way}
         MATCH (o)-[r:USED_FOR|RECOMMENDED_FOR|APPROVED_FOR]->(:Cause) WHERE list_contains(string_split(r.about, '|'), c.key) ${listing}`,
        `MATCH (asked:Cause {key: $cause}) MATCH ${way}
         MATCH (o)-[r:AFFECTS]->(:Outcome {valence: 'desirable'}) WHERE list_contains(string_split(r.about, '|'), c.key) ${listing}`,
    ])
    .join("\n    UNION\n    ");
const asking = await connection.prepare(question);

const lines = [];
for (const { key } of await (await connection.query("MATCH (c:Cause) RETURN c.key AS key")).getAll())
    for (const { option, claim } of await (await connection.execute(asking, { cause: key })).getAll())
        lines.push(`${key} ${option} ${claim}`);
process.stdout.write(lines.sort().map((l) => l + "\n").join(""));
