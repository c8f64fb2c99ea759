import { type LockFile, lockedPackages, placesOf } from './locked-packages.ts'

/**
 * What a release is made of, as CycloneDX 1.6 in JSON (ECMA-424): each package with its version, license and hash, and what
 * needs what. The same lock file gives the same text: there is no time and no random number in it.
 */
export function billOfMaterials(lock: LockFile): string {
  const packages = lockedPackages(lock)
  const references = new Map(packages.map(({ place, name, version }) => [place, packageUrl(name, version)]))
  const product = packageUrl('twosource', lock.version)
  const referencesOf = (places: readonly string[]) => places.flatMap((place) => references.get(place) ?? []).sort()
  return `${JSON.stringify(
    {
      $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      version: 1,
      metadata: {
        component: {
          type: 'application',
          'bom-ref': product,
          name: 'twosource',
          version: lock.version,
          purl: product,
          licenses: [{ license: { id: 'AGPL-3.0-or-later' } }],
        },
      },
      components: packages.map(({ place, name, version, license, integrity }) => ({
        type: 'library',
        'bom-ref': references.get(place),
        name,
        version,
        purl: references.get(place),
        licenses: [/[ (]/.test(license) ? { expression: license } : { license: { id: license } }],
        hashes: [hashOf(integrity)],
      })),
      dependencies: [
        { ref: product, dependsOn: referencesOf(placesOf(lock.packages, '')) },
        ...packages.map(({ place, needs }) => ({ ref: references.get(place), dependsOn: referencesOf(needs) })),
      ],
    },
    null,
    1,
  )}\n`
}

/** The address of a package in the package-url form (ECMA-427). */
function packageUrl(name: string, version: string): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`
}

function hashOf(integrity: string): { readonly alg: string; readonly content: string } {
  const [algorithm = '', base64 = ''] = integrity.split('-')
  return { alg: algorithm.toUpperCase().replace('SHA', 'SHA-'), content: Buffer.from(base64, 'base64').toString('hex') }
}
