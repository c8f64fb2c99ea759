import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { billOfMaterials } from './bill-of-materials.ts'
import { type LockFile, lockedPackages } from './locked-packages.ts'

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
