import { createHash, verify, X509Certificate } from 'node:crypto'
import { type Der, objectId, partsOf, readDer } from './read-der.ts'

/** What a time stamp (RFC 3161) shows. Whether its signer can be trusted is for its reader to say. */
export type TimeStamp =
  | {
      readonly kind: 'valid'
      /** ISO 8601. */
      readonly at: string
      readonly signer: string
      readonly issuer: string
      /** SHA-256 of the signer's certificate. */
      readonly certificate: string
    }
  | { readonly kind: 'invalid'; readonly why: string }

const hashes: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}
const rsaAlone = '1.2.840.113549.1.1.1'
const signatures: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
}
const ids = {
  signedData: '1.2.840.113549.1.7.2',
  timeStamp: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  certificate: '1.2.840.113549.1.9.16.2.12',
  certificateV2: '1.2.840.113549.1.9.16.2.47',
  forTimeStamps: '1.3.6.1.5.5.7.3.8',
} as const

/** A request to stamp a fingerprint, to send to any authority: version 1, SHA-256, with the signer's certificate in the answer. */
export function timeStampRequest(fingerprint: string): Uint8Array {
  return Buffer.from(`30390201013031300d060960864801650304020105000420${fingerprint.toLowerCase()}0101ff`, 'hex')
}

/**
 * Checks a time stamp offline: that it is for this fingerprint, that what it says is signed by the certificate in it, and that this one is
 * for time stamps and was valid then. Never throws, whatever the bytes are.
 */
export function checkTimeStamp(bytes: Uint8Array, fingerprint: string): TimeStamp {
  try {
    const checked = check(bytes, fingerprint)
    return typeof checked === 'string' ? { kind: 'invalid', why: checked } : checked
  } catch (error) {
    // Node throws for a certificate or key that it can't read.
    return { kind: 'invalid', why: `its certificate can't be used (${error instanceof Error ? error.message : error})` }
  }
}

function check(bytes: Uint8Array, fingerprint: string): TimeStamp | string {
  const token = tokenIn(bytes)
  if (typeof token === 'string') return token
  const [, , content, ...more] = partsOf(partsOf(partsOf(token)[1])[0])
  const [contentType, wrapped] = partsOf(content)
  const stamped = partsOf(wrapped)[0]
  const signers = partsOf(more.at(-1))
  const [signer] = signers
  if (objectId(contentType) !== ids.timeStamp || stamped?.tag !== 0x04 || !signer || signers.length > 1)
    return 'it isn’t a time stamp with one signer'
  const [, , imprint, , time] = partsOf(readDer(stamped.content)?.[0])
  const [algorithm, hash] = partsOf(imprint)
  if (hashes[objectId(partsOf(algorithm)[0])] !== 'sha256' || !hash) return 'it isn’t for a SHA-256'
  if (hex(hash.content) !== fingerprint) return `it is for another file: ${hex(hash.content)}`
  const at = timeOf(time)
  if (at === undefined) return 'its time can’t be read'
  const certificates = more.filter(({ tag }) => tag === 0xa0).flatMap(partsOf)
  const certificate = signedBy(signer, stamped.content, certificates)
  if (typeof certificate === 'string') return certificate
  if (!certificate.keyUsage?.includes(ids.forTimeStamps)) return 'its certificate isn’t one for time stamps'
  const then = Date.parse(at)
  if (!(Date.parse(certificate.validFrom) <= then && then <= Date.parse(certificate.validTo)))
    return `its certificate wasn’t valid at ${at}`
  const [subject, issuer] = [line(certificate.subject), line(certificate.issuer)]
  return { kind: 'valid', at, signer: subject, issuer, certificate: hex(sum('sha256', certificate.raw)) }
}

/** The token in an answer of an authority, or by itself. */
function tokenIn(bytes: Uint8Array): Der | string {
  const values = readDer(bytes) ?? []
  const [first, second] = partsOf(values[0])
  if (values.length !== 1 || !first) return 'it isn’t a time stamp (RFC 3161, DER)'
  if (objectId(first) === ids.signedData) return values[0]!
  const status = partsOf(first)[0]?.content
  if (status?.length !== 1 || status[0]! > 1) return 'the authority refused to stamp this'
  return second && objectId(partsOf(second)[0]) === ids.signedData ? second : 'it has no time stamp in it'
}

/** The certificate of the one who signed, when all that the signature covers is as it was signed; otherwise why not. */
function signedBy(signer: Der, stamped: Uint8Array, certificates: readonly Der[]): X509Certificate | string {
  const [, name, digest, signedPart, algorithm, signature] = partsOf(signer)
  const attributes = new Map(
    partsOf(signedPart).map((attribute) => {
      const [id, values] = partsOf(attribute)
      return [objectId(id), partsOf(values)[0]] as const
    }),
  )
  const digestName = hashes[objectId(partsOf(digest)[0])]
  const algorithmId = objectId(partsOf(algorithm)[0])
  const hashName = algorithmId === rsaAlone ? digestName : signatures[algorithmId]
  if (signedPart?.tag !== 0xa0 || signature?.tag !== 0x04) return 'it isn’t signed as a time stamp must be'
  if (!digestName || !hashName || hashName === 'sha1')
    return `its signature is of a kind (${algorithmId}) that this program can't check; try openssl ts -verify`
  if (objectId(attributes.get(ids.contentType)) !== ids.timeStamp) return 'its signature is for something else'
  const sumSigned = attributes.get(ids.messageDigest)?.content
  if (!sumSigned || hex(sumSigned) !== hex(sum(digestName, stamped))) return 'what it says isn’t what was signed'
  const named = namedCertificate(attributes)
  if (!named) return 'it doesn’t say which certificate signed it'
  const own = certificates.find(({ whole }) => hex(sum(named.by, whole)) === named.hash)
  if (!own) return 'it lacks its signer’s certificate: ask for it when you request a time stamp'
  if (!isNamed(name, own)) return 'it names another certificate as its signer’s'
  const certificate = new X509Certificate(own.whole)
  // What was signed is the set of attributes under its own tag.
  const covered = Buffer.from(signedPart.whole)
  covered[0] = 0x31
  const isSigned = verify(hashName, covered, certificate.publicKey, signature.content)
  return isSigned ? certificate : 'its signature is wrong'
}

/** Whether the signer's name is that of the certificate: its issuer and serial number, or a key that it may leave out. */
function isNamed(name: Der | undefined, certificate: Der): boolean {
  if (name?.tag === 0x80) return true
  const fields = partsOf(partsOf(certificate)[0]).filter(({ tag }) => tag !== 0xa0)
  const [serial, , issuer] = fields
  const [ofIssuer, ofSerial] = partsOf(name).map(({ whole }) => hex(whole))
  return (
    ofIssuer !== undefined && ofIssuer === (issuer && hex(issuer.whole)) && ofSerial === (serial && hex(serial.whole))
  )
}

/** The hash of the certificate that the signer says is theirs. */
function namedCertificate(attributes: ReadonlyMap<string, Der | undefined>) {
  const [second, first] = [attributes.get(ids.certificateV2), attributes.get(ids.certificate)]
  const parts = partsOf(partsOf(partsOf(second ?? first)[0])[0])
  const hash = parts.find(({ tag }) => tag === 0x04)
  const given = parts[0]?.tag === 0x30 ? hashes[objectId(partsOf(parts[0])[0])] : 'sha256'
  const by = second ? given : 'sha1'
  return hash && by !== undefined ? { hash: hex(hash.content), by } : undefined
}

/** A time as authorities write it, `20260317190000.25Z`, in ISO 8601. */
function timeOf(value: Der | undefined): string | undefined {
  if (value?.tag !== 0x18) return undefined
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/.exec(Buffer.from(value.content).toString('latin1'))
  if (!parts) return undefined
  const [, year, month, day, hour, minute, second, fraction = ''] = parts
  const at = `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}Z`
  return Number.isNaN(Date.parse(at)) ? undefined : at
}

function sum(name: string, bytes: Uint8Array): Uint8Array {
  return createHash(name).update(bytes).digest()
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

/** A name of several lines on one. */
function line(name: string): string {
  return name.split('\n').join(', ')
}
