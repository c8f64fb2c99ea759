import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { billOfMaterials } from './bill-of-materials.ts'
import { closureOf, type LockFile, lockedPackages, readLockFile } from './locked-packages.ts'
import { releaseNotes } from './release-notes.ts'
import { withoutEngines } from './write-lock.ts'
import { manifestOf } from './write-package.ts'

const integrity = `sha512-${Buffer.from('hash').toString('base64')}`
const lock: LockFile = {
  version: '1.2.3',
  packages: {
    '': { dependencies: { ours: '^1.0.0' } },
    'node_modules/ours': {
      version: '1.0.0',
      license: 'MIT',
      integrity,
      dependencies: { '@one/below': '2', shared: '1' },
    },
    'node_modules/ours/node_modules/@one/below': { version: '2.0.0', license: '(A OR B)', integrity },
    'node_modules/@one/below': { version: '1.0.0', license: 'ISC', integrity, dev: true },
    'node_modules/shared': { version: '1.1.0', license: 'ISC', integrity, hasInstallScript: true },
    'node_modules/tool': { version: '9.0.0', license: 'ISC', integrity, dev: true, dependencies: { shared: '1' } },
  },
}

describe('what a release is made of', () => {
  it('is what is installed without tools, whoever else needs it', () => {
    assert.deepEqual(
      lockedPackages(lock).map(({ name, version, isDirect, hasInstallScript, needs }) => [
        name,
        version,
        isDirect,
        hasInstallScript,
        needs,
      ]),
      [
        ['ours', '1.0.0', true, false, ['node_modules/ours/node_modules/@one/below', 'node_modules/shared']],
        ['@one/below', '2.0.0', false, false, []],
        ['shared', '1.1.0', false, true, []],
      ],
    )
  })

  it('stands in a bill of materials that has no time in it', () => {
    const bill = JSON.parse(billOfMaterials(lock))
    assert.equal(billOfMaterials(lock), billOfMaterials(lock))
    assert.deepEqual(bill.components[1].hashes, [{ alg: 'SHA-512', content: Buffer.from('hash').toString('hex') }])
    assert.deepEqual(bill.components[1].licenses, [{ expression: '(A OR B)' }])
    assert.deepEqual(bill.dependencies[0], { ref: 'pkg:npm/twosource@1.2.3', dependsOn: ['pkg:npm/ours@1.0.0'] })
    assert.deepEqual(bill.dependencies[1].dependsOn, ['pkg:npm/%40one/below@2.0.0', 'pkg:npm/shared@1.1.0'])
  })
})

describe('the package', () => {
  it('names only what is installed with it, in the versions it was tested with, and where its source is', () => {
    const own = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
    const manifest = manifestOf(own, readLockFile(), 'https://forge.example/o/n')
    for (const versions of [manifest.dependencies, manifest.optionalDependencies])
      for (const version of Object.values(versions)) assert.match(version, /^\d+\.\d+\.\d+$/)
    assert.deepEqual(Object.keys(manifest.dependencies), ['zod'])
    assert.deepEqual(manifest.repository, { type: 'git', url: 'git+https://forge.example/o/n.git' })
    for (const name of ['private', 'scripts', 'devDependencies']) assert.ok(!(name in manifest), name)
    for (const name of ['bin', 'exports', 'engines', 'man', 'version']) assert.ok(name in manifest, name)
  })

  it('is installed with what its packages need, wherever that stands', () => {
    const found = closureOf(lock, ['ours'])
    assert.deepEqual([...found].toSorted(), [
      'node_modules/ours',
      'node_modules/ours/node_modules/@one/below',
      'node_modules/shared',
    ])
    assert.deepEqual([...closureOf(lock, ['nothing'])], [])
  })
})

describe('the notes of a release', () => {
  const changelog =
    '# Changelog\n\n## 1.10.0\n\nNew.\n\n## 1.1.0 (May 2026)\n\n**Fixed** [a thing](docs/a.md).\n\n## 1.0.0\n\nFirst.\n'

  it('are what the changelog has of its version, with links that lead to its source', () => {
    assert.equal(
      releaseNotes(changelog, '1.1.0', 'https://forge.example/o/n'),
      '**Fixed** [a thing](https://forge.example/o/n/blob/v1.1.0/docs/a.md).\n',
    )
    assert.equal(releaseNotes(changelog, '1.0.0'), 'First.\n')
    assert.equal(
      releaseNotes('## Unreleased\n\nNow [out](https://forge.example/).\n', '2.0.0', 'x'),
      'Now [out](https://forge.example/).\n',
    )
  })

  it('are refused where the changelog has nothing of it', () => {
    assert.throws(() => releaseNotes(changelog, '1.2.0'), /CHANGELOG\.md has no heading “## 1\.2\.0”/)
  })
})

describe('the lock file', () => {
  const root = new URL('../../', import.meta.url)
  const text = readFileSync(new URL('package-lock.json', root), 'utf8')

  it('has no registry in it, and no versions of Node for npm to warn of (after a new package: npm run lock)', () => {
    assert.doesNotMatch(text, /"resolved"|https?:\/\/[^"]*registry/)
    assert.equal(text, withoutEngines(text))
    const own = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))
    assert.deepEqual(JSON.parse(text).packages[''].engines, own.engines)
  })

  it('names only packages that run with this Node', () => {
    const [major = 0] = process.versions.node.split('.').map(Number)
    const tooNew = Object.keys(JSON.parse(text).packages).flatMap((place) => {
      const file = new URL(`${place}/package.json`, root)
      const { node } = (place !== '' && existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).engines) || {}
      const isFine = String(node ?? '*')
        .split('||')
        .some((range) => Number(/\d+/.exec(range)?.[0] ?? 0) <= major)
      return isFine ? [] : [`${place}: ${node}`]
    })
    assert.deepEqual(tooNew, [])
  })
})
