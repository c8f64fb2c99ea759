import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** Writes what checks an evidence pack as one file that needs only Node. The same source gives the same bytes. */
export async function writeVerifier(path: string): Promise<string> {
  const built = await build({
    entryPoints: [fileURLToPath(new URL('../../src/app/commands/verify-alone.ts', import.meta.url))],
    write: false,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'ascii',
    banner: {
      js: '#!/usr/bin/env node\n// Checks an evidence pack of Twosource, offline: node twosource-verify.mjs FILE.zip',
    },
    logLevel: 'warning',
  })
  writeFileSync(path, built.outputFiles[0]?.text ?? '')
  return path
}
