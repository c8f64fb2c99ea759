import { readFileSync, writeFileSync } from 'node:fs'
import { wallRules } from './walls.ts'

/** Writes the walls into `biome.json`, before the overrides that are none. */
const file = new URL('../biome.json', import.meta.url)
const config = JSON.parse(readFileSync(file, 'utf8')) as { overrides: readonly object[] }
const others = config.overrides.filter((each) => !JSON.stringify(each).includes('noRestrictedImports'))
writeFileSync(file, `${JSON.stringify({ ...config, overrides: [...wallRules(), ...others] }, null, 2)}\n`)
