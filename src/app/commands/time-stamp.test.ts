import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { checkTimeStamp, timeStampRequest } from './time-stamp.ts'

const folder = mkdtempSync(join(tmpdir(), 'twosource-stamp-'))
const fingerprint = '5f'.repeat(32)
const openssl = (...args: readonly string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })

writeFileSync(
  join(folder, 'ts.cnf'),
  `[tsa]
default_tsa = own
[own]
serial = serial
default_policy = 1.2.3.4
digests = sha256, sha384
signer_digest = sha256
ess_cert_id_alg = sha256
[for_stamps]
extendedKeyUsage = critical,timeStamping
[for_mail]
extendedKeyUsage = emailProtection
[req]
distinguished_name = name
[name]
`,
)
writeFileSync(join(folder, 'request.tsq'), timeStampRequest(fingerprint))

/** What an authority with a key of this kind answers to our request. */
function stampBy(name: string, key: readonly string[], more: readonly string[] = []): Uint8Array<ArrayBuffer> {
  const own = ['-keyout', `${name}.key`, '-out', `${name}.pem`, '-config', 'ts.cnf', '-extensions', 'for_stamps']
  openssl('req', '-x509', '-nodes', '-days', '2', '-subj', `/O=Tarn Time/CN=${name}`, ...key, ...own)
  const answer = ['-queryfile', 'request.tsq', '-signer', `${name}.pem`, '-inkey', `${name}.key`, ...more]
  openssl('ts', '-reply', '-config', 'ts.cnf', '-section', 'own', ...answer, '-out', `${name}.tsr`)
  return new Uint8Array(readFileSync(join(folder, `${name}.tsr`)))
}

describe('a time stamp', () => {
  const begunAt = Date.now()
  const made = {
    elliptic: stampBy('elliptic', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256']),
    rsa: stampBy('rsa', ['-newkey', 'rsa:2048']),
    bare: stampBy('bare', ['-newkey', 'rsa:2048'], ['-token_out']),
  }
  after(() => rmSync(folder, { recursive: true }))
  const whyNot = (bytes: Uint8Array, of = fingerprint) => {
    const stamp = checkTimeStamp(bytes, of)
    return stamp.kind === 'invalid' ? stamp.why : undefined
  }

  it('that an authority signed is valid, with its time and signer', () => {
    for (const [name, bytes] of Object.entries(made)) {
      const stamp = checkTimeStamp(bytes, fingerprint)
      assert.ok(stamp.kind === 'valid', JSON.stringify(stamp))
      assert.equal(stamp.signer, `O=Tarn Time, CN=${name}`)
      // An authority tells whole seconds.
      const at = Date.parse(stamp.at)
      assert.ok(at > begunAt - 1_000 && at <= Date.now(), `${stamp.at}, made from ${new Date(begunAt).toISOString()}`)
    }
  })

  it('is refused for another fingerprint, and with one byte changed anywhere that counts', () => {
    assert.match(whyNot(made.rsa, '60'.repeat(32)) ?? '', /for another file: 5f5f/)
    const valid = checkTimeStamp(made.elliptic, fingerprint)
    const told: unknown[] = []
    for (let at = 0; at < made.elliptic.length; at++) {
      const changed = Uint8Array.from(made.elliptic)
      changed[at] = changed[at]! ^ 0x55
      const stamp = checkTimeStamp(changed, fingerprint)
      // A byte that no signature covers, as in the status of the answer, may change, but not what the stamp says.
      if (stamp.kind === 'valid') told.push(stamp)
    }
    assert.ok(told.length < made.elliptic.length / 10, `${told.length} of ${made.elliptic.length}`)
    for (const stamp of told) assert.deepEqual(stamp, valid)
  })

  it('is refused when it is none, cut off, or without its certificate', () => {
    for (const bytes of [
      new Uint8Array(),
      new Uint8Array([0x30, 0x80]),
      made.rsa.subarray(0, -1),
      Buffer.from('hello'),
    ])
      assert.match(whyNot(bytes) ?? '', /isn’t a time stamp/)
    const request = Buffer.from(timeStampRequest(fingerprint))
    request[request.length - 1] = 0
    writeFileSync(join(folder, 'request.tsq'), request.subarray(0, -3).fill(0x36, 1, 2))
    assert.match(whyNot(stampBy('silent', ['-newkey', 'rsa:2048'])) ?? '', /lacks its signer’s certificate/)
  })
})
