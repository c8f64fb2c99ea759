import assert from 'node:assert/strict'
import { execFile, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { parseEnv, promisify } from 'node:util'
import { parseAllDocuments } from 'yaml'
import { debianVersion } from '../deploy/release/build-deb.ts'
import { contents } from '../deploy/release/write-archive.ts'
import { settings } from '../src/app/config/config.ts'
import { readWorkRoles, workRoles } from '../src/pipeline/work-roles.ts'

/** What an image runs: it starts the packed program. */
const program = 'src/twosource.js'
const files = globSync('deploy/*.yaml').toSorted()
const commands = globSync(['src/app/**/*.ts', 'src/cli/*.ts']).flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/: Command = \{\n {2}name: '([a-z-]+)'/g)].map(([, name]) => name ?? ''),
)

test('there are examples for Compose, with either database, and one for Kubernetes', () => {
  assert.deepEqual(files, ['deploy/compose.postgres.yaml', 'deploy/compose.yaml', 'deploy/kubernetes.yaml'])
  assert.ok(commands.includes('serve') && commands.includes('worker'), commands.join(', '))
})

for (const file of files)
  describe(file, () => {
    const text = readFileSync(file, 'utf8')
    const names = () => new Set(text.match(/TWOSOURCE_[A-Z_]+/g) ?? [])
    const documents = parseAllDocuments(text, { strict: true, uniqueKeys: true, merge: true })

    test('is YAML without a fault', () => {
      assert.ok(Array.isArray(documents))
      for (const { errors, warnings } of documents) assert.deepEqual([...errors, ...warnings], [])
    })

    test('names settings and files that there are', () => {
      for (const name of names()) assert.ok(name in settings, `there is no setting ${name}`)
      assert.match(text, /^# Not run/)
    })

    test('runs commands that there are, and together they have every role', () => {
      const run = documents.flatMap((document) => commandsIn(document.toJS()))
      const roles = run.flatMap((words) => {
        const [name = '', ...rest] = words.slice(words.indexOf(program) + 1)
        assert.ok(commands.includes(name), `there is no command ${name}`)
        const asked = rest.includes('--roles') ? readWorkRoles(rest[rest.indexOf('--roles') + 1] ?? '') : workRoles
        assert.ok(asked, `unknown roles in: ${words.join(' ')}`)
        assert.equal(asked.length === 0, name === 'serve')
        return asked
      })
      // Where there is no command, the image's own runs everything.
      if (run.length > 0) assert.deepEqual(new Set(roles), new Set(workRoles))
      assert.equal(run.length > 0, names().has('TWOSOURCE_DATABASE'))
    })

    if (file.includes('compose'))
      test('is what Compose takes', (t) => {
        const env = { ...process.env, POSTGRES_PASSWORD: 'secret', TWOSOURCE_BASE_URL: 'https://news.example.org' }
        const [command = '', ...words] =
          spawnSync('docker', ['compose', 'version']).status === 0 ? ['docker', 'compose'] : ['docker-compose']
        const { error, status, stderr } = spawnSync(command, [...words, '--file', file, 'config', '--quiet'], { env })
        if (error) return t.diagnostic('Compose is not here')
        assert.deepEqual([status, String(stderr)], [0, ''])
      })
  })

describe('every Kubernetes object', () => {
  const objects = parseAllDocuments(readFileSync('deploy/kubernetes.yaml', 'utf8')).map(
    (document) => document.toJS() as KubernetesObject,
  )

  test('is whole, and what it points at is there', () => {
    const names = new Set(objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`))
    assert.equal(names.size, objects.length)
    for (const { apiVersion, kind, metadata, spec } of objects) {
      assert.ok(apiVersion && kind && metadata.name)
      if (kind !== 'Namespace') assert.equal(metadata.namespace, 'twosource')
      if (kind === 'Deployment') assert.deepEqual(spec?.selector?.matchLabels, spec?.template?.metadata.labels)
      const pod = (spec?.template ?? spec?.jobTemplate?.spec.template)?.spec
      if (pod === undefined) continue
      assert.ok(names.has(`ServiceAccount ${pod.serviceAccountName}`))
      assert.equal(pod.securityContext.runAsNonRoot, true)
      for (const { persistentVolumeClaim: claim } of pod.volumes)
        assert.ok(claim === undefined || names.has(`PersistentVolumeClaim ${claim.claimName}`))
      for (const container of pod.containers) {
        const { resources, securityContext, livenessProbe, readinessProbe } = container
        assert.ok(resources.requests.cpu && resources.requests.memory && resources.limits.memory, container.name)
        assert.equal(securityContext.readOnlyRootFilesystem, true)
        assert.equal(securityContext.allowPrivilegeEscalation, false)
        if (kind === 'Deployment') assert.ok(livenessProbe && readinessProbe, container.name)
        for (const { secretRef, configMapRef } of container.envFrom)
          assert.ok(names.has(secretRef ? `Secret ${secretRef.name}` : `ConfigMap ${configMapRef?.name}`))
        for (const { name } of container.volumeMounts)
          assert.ok(
            pod.volumes.some((volume) => volume.name === name),
            name,
          )
      }
    }
    // What runs twice continues while one of the two is moved.
    for (const { metadata, spec } of objects.filter(({ kind, spec }) => kind === 'Deployment' && spec?.replicas !== 1))
      assert.ok(names.has(`PodDisruptionBudget ${metadata.name}`), `${metadata.name}: ${spec?.replicas}`)
  })

  test('has the fields its kind has, and no others', (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'twosource-kubernetes-'))
    t.after(() => rmSync(folder, { recursive: true }))
    symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
    const typed = objects.map((object, index) => {
      const { apiVersion, kind } = object
      const place = apiVersion.includes('/') ? apiVersion : `core/${apiVersion}`
      const name = `${kind}${index}`
      return `import type { ${kind} as ${name} } from 'kubernetes-types/${place}'\nexport const one${index} = ${JSON.stringify(object)} satisfies ${name}`
    })
    writeFileSync(join(folder, 'objects.ts'), `${typed.join('\n')}\n`)
    const options = ['--strict', '--noEmit', '--skipLibCheck', '--module', 'preserve', '--types', '']
    const { stdout } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', ...options, 'objects.ts'], {
      cwd: folder,
      encoding: 'utf8',
    })
    assert.equal(stdout, '')
    assert.ok(objects.length > 10)
  })
})

describe('Dockerfile', () => {
  const text = readFileSync('deploy/Dockerfile', 'utf8')

  test('copies only what is there, and what a release archive has', () => {
    const copied = [...text.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = '']) => names.split(' '))
    assert.ok(copied.length >= 6)
    for (const name of copied) {
      assert.ok(existsSync(name), name)
      const isPacked = contents.some((each) => `${name.replace('./', '')}/`.startsWith(`${each}/`))
      assert.ok(isPacked, `a release archive has no ${name}`)
    }
  })

  test('its health check asks the port that is set, and 7180 where none is', async () => {
    const [, command = ''] = /^HEALTHCHECK .*CMD (\[.*\])$/m.exec(text) ?? []
    const [, ...args] = JSON.parse(command) as string[]
    let status = 200
    const server = createServer((request, response) => {
      response.writeHead(request.url === '/readyz' ? status : 404).end()
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const check = () =>
      promisify(execFile)(process.execPath, args, { env: { TWOSOURCE_PORT: String(port) } }).then(
        () => 0,
        ({ code }) => code,
      )
    assert.equal(await check(), 0)
    status = 503
    assert.equal(await check(), 1)
    server.close()
    assert.match(command, /\|\| 7180/)
  })

  test('starts the packed program by the launcher as a user without rights, and runs nothing where its last stage is built', () => {
    const last = text.slice(text.lastIndexOf('\nFROM '))
    assert.match(last, /^CMD \["node", "src\/twosource\.js"\]$/m)
    assert.match(last, /^USER 1000:1000$/m)
    assert.doesNotMatch(last, /^RUN/m)
  })
})

describe('the systemd unit', () => {
  const unit = 'deploy/twosource.service'

  test('starts the command however it was installed, as a user of its own', () => {
    const text = readFileSync(unit, 'utf8')
    assert.match(text, /^ExecStart=twosource serve$/m)
    assert.match(text, /^KillMode=mixed$/m)
    assert.match(text, /^User=twosource$/m)
  })

  test('has no fault that systemd finds, and is exposed little', (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'twosource-unit-'))
    t.after(() => rmSync(folder, { recursive: true }))
    const path = join(folder, 'twosource.service')
    // The command need not be installed here.
    writeFileSync(path, readFileSync(unit, 'utf8').replace('=twosource serve', '=/bin/true'))
    const { error, status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', path])
    if (error) return t.diagnostic('systemd-analyze is not here')
    assert.deepEqual([status, String(stderr)], [0, ''])
    const { stdout } = spawnSync('systemd-analyze', ['security', '--offline=true', path], { encoding: 'utf8' })
    const exposure = Number(/exposure level for .*: ([\d.]+)/.exec(stdout)?.[1])
    assert.ok(exposure <= 1.5, `systemd-analyze security: ${exposure}`)
  })
})

describe('the Debian package', () => {
  test('has scripts without a fault, and settings that there are', () => {
    const names = globSync('deploy/debian/twosource.{sh,config,postinst,postrm}')
    assert.equal(names.length, 4)
    for (const name of names) {
      const { status, stderr } = spawnSync('sh', ['-n', name], { encoding: 'utf8' })
      assert.deepEqual([status, stderr], [0, ''], name)
    }
    const given = readFileSync('deploy/debian/twosource.default', 'utf8')
    for (const [, name = ''] of given.matchAll(/^#?(TWOSOURCE_[A-Z_]+)=/gm)) assert.ok(name in settings, name)
    const values = parseEnv(given.replaceAll(/^#(?=TWOSOURCE_)/gm, ''))
    assert.equal(values.TWOSOURCE_TRUSTED_PROXIES, '127.0.0.1, ::1')
  })

  test('orders its versions as Debian does', () => {
    assert.equal(debianVersion('1.0.0'), '1.0.0-1')
    assert.equal(debianVersion('1.0.0-rc.1'), '1.0.0~rc.1-1')
  })
})

type Named = { readonly name: string }
type Pod = {
  readonly metadata: { readonly labels: Readonly<Record<string, string>> }
  readonly spec: {
    readonly serviceAccountName: string
    readonly securityContext: { readonly runAsNonRoot: boolean }
    readonly volumes: readonly (Named & { readonly persistentVolumeClaim?: { readonly claimName: string } })[]
    readonly containers: readonly (Named & {
      readonly envFrom: readonly { readonly secretRef?: Named; readonly configMapRef?: Named }[]
      readonly volumeMounts: readonly Named[]
      readonly livenessProbe?: object
      readonly readinessProbe?: object
      readonly resources: Readonly<Record<'requests' | 'limits', { readonly cpu?: string; readonly memory?: string }>>
      readonly securityContext: {
        readonly readOnlyRootFilesystem: boolean
        readonly allowPrivilegeEscalation: boolean
      }
    })[]
  }
}
type KubernetesObject = {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: Named & { readonly namespace?: string }
  readonly spec?: {
    readonly replicas?: number
    readonly selector?: { readonly matchLabels: Readonly<Record<string, string>> }
    readonly template?: Pod
    readonly jobTemplate?: { readonly spec: { readonly template: Pod } }
  }
}

/** Every command line of ours, wherever it stands. */
function commandsIn(value: unknown): readonly (readonly string[])[] {
  if (Array.isArray(value))
    return value.includes(program) ? [value as string[]] : value.flatMap((each) => commandsIn(each))
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap((each) => commandsIn(each))
}
