import { writeFileSync } from 'node:fs'
import { asJson, linesOf, readViewSchemas, viewSchemasFile } from './view-schemas.ts'

/** Writes what operations answer into `src/rest/view-schemas.json`, from their types. */
const schemas = readViewSchemas(asJson)
writeFileSync(viewSchemasFile, linesOf(schemas))
console.log(`${Object.keys(schemas.views).length} views, ${Object.keys(schemas.schemas).length} shapes`)
