import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../../test/free-port.ts'
import { until } from '../../../test/until.ts'
import { ask } from './ask.ts'

/** One way in: a proxy of a kind, with the guide's lines or careless ones, in front of a server. */
export type WayIn = { readonly software: Software; readonly lines: string; readonly origin: string }

type Software = 'nginx' | 'caddy' | 'apache'
const programs: Readonly<Record<Software, string>> = { nginx: 'nginx', caddy: 'caddy', apache: 'apache2' }
const guide = new URL('../../../docs/guide/running.md', import.meta.url)

/** The lines of the guide: for a host of its own, and for a server below `/news/`. */
export const [guided, guidedBelow] = ["the guide's", "the guide's, below a path"] as const

/** Lines for a proxy, by what they are; `at` is where the server listens. */
type Lines = (at: string) => Promise<Readonly<Record<string, string>>>

const nginxLines: Lines = async (at) => {
  const [lines, pass] = [await guideLines('nginx', at), `proxy_pass http://${at};`]
  const old = `location / { ${pass} }`
  const modern = (more: string) => `location / { ${pass} proxy_http_version 1.1; ${more} }`
  return {
    [guided]: lines,
    [guidedBelow]: lines.replace('location / {', await guideLineBelow('nginx', at)),
    'HTTP/1.0, nothing set': old,
    'HTTP/1.1, no Host': modern(''),
    'HTTP/1.1, Host alone': modern('proxy_set_header Host $host;'),
    'every header stripped': modern(
      `proxy_set_header Host ${at}; proxy_set_header X-Forwarded-For ""; proxy_set_header X-Forwarded-Host ""; proxy_set_header Forwarded ""; proxy_set_header Via ""; proxy_set_header Origin ""; proxy_set_header Sec-Fetch-Site "";`,
    ),
    'from another loopback address, no Host': modern('proxy_bind 127.0.0.9;'),
  }
}

const caddyLines: Lines = async (at) => ({
  [guided]: await guideLines('caddyfile', at),
  [guidedBelow]: await guideLineBelow('Caddy', at),
  'no Host': `reverse_proxy ${at} {\nheader_up Host {upstream_hostport}\n}`,
  'every header stripped': `reverse_proxy ${at} {\nheader_up Host {upstream_hostport}\nheader_up -X-Forwarded-*\nheader_up -Forwarded\nheader_up -Via\nheader_up -Origin\nheader_up -Sec-Fetch-Site\n}`,
})

const apacheLines: Lines = async (at) => ({
  [guided]: await guideLines('apache', at),
  [guidedBelow]: `ProxyPreserveHost On\n${await guideLineBelow('Apache', at)}`,
  'no Host': `ProxyPass / http://${at}/`,
  'no Host, no X-Forwarded-*': `ProxyAddHeaders Off\nProxyPass / http://${at}/`,
  'every header stripped': `ProxyAddHeaders Off\nRequestHeader unset Origin\nRequestHeader unset Sec-Fetch-Site\nRequestHeader unset Via\nRequestHeader unset X-Forwarded-For\nRequestHeader unset X-Forwarded-Host\nRequestHeader unset Forwarded\nProxyPass / http://${at}/`,
})

/** The lines that the guide gives, for a server at another place. */
async function guideLines(language: string, at: string): Promise<string> {
  const text = await readFile(guide, 'utf8')
  const [, lines] = new RegExp(`\`\`\`${language}\n([^\`]+)\`\`\``).exec(text) ?? []
  if (!lines?.includes('127.0.0.1:7180')) throw new Error(`The guide has no lines for ${language}`)
  return lines.replaceAll('127.0.0.1:7180', at)
}

/** The line that the guide gives instead for a server below a path. */
async function guideLineBelow(name: string, at: string): Promise<string> {
  const [, line] = new RegExp(`\\| ${name} \\| \`([^\`]*/news/[^\`]*)\``).exec(await readFile(guide, 'utf8')) ?? []
  if (line === undefined) throw new Error(`The guide has no line for ${name} below a path`)
  return line.replaceAll('127.0.0.1:7180', at)
}

/** Starts each proxy that is installed, in front of each server; `missing` are those that are not. */
export async function startProxies(servers: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'twosource-proxies-'))
  // Started by root, a proxy keeps long bodies here as a user of its own.
  await chmod(folder, 0o711)
  const children: ChildProcess[] = []
  const ways = new Map<string, WayIn[]>(servers.map((at) => [at, []]))
  const missing: Software[] = []
  const close = async () => {
    await Promise.all(children.map(end))
    await rm(folder, { recursive: true, force: true })
  }
  try {
    for (const [software, linesOf] of [
      ['nginx', nginxLines],
      ['caddy', caddyLines],
      ['apache', apacheLines],
    ] as const) {
      const place = join(folder, software)
      await mkdir(place)
      if (spawnSync('which', [programs[software]]).status !== 0) {
        missing.push(software)
        continue
      }
      const sites: { readonly port: number; readonly lines: string }[] = []
      for (const at of servers)
        for (const [what, lines] of Object.entries(await linesOf(at))) {
          const port = await freePort()
          sites.push({ port, lines })
          ways.get(at)!.push({ software, lines: what, origin: `http://127.0.0.1:${port}` })
        }
      const child = await starters[software](place, sites)
      children.push(child)
      for (const { port } of sites)
        await until(`${software} listens`, () => {
          if (child.exitCode !== null) throw new Error(`${software} does not take its settings`)
          return ask(`http://127.0.0.1:${port}`, '/livez').catch(() => undefined)
        })
    }
    return { ways, missing, close }
  } catch (error) {
    await close()
    throw error
  }
}

type Sites = readonly { readonly port: number; readonly lines: string }[]

const starters: Readonly<Record<Software, (place: string, sites: Sites) => Promise<ChildProcess>>> = {
  async nginx(place, sites) {
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${place}/${name};`,
    )
    const blocks = sites.map(({ port, lines }) => `server { listen 127.0.0.1:${port}; ${lines} }`)
    await writeFile(
      join(place, 'nginx.conf'),
      `daemon off; worker_processes 1; pid ${place}/pid; error_log ${place}/error.log; events {}\nhttp { access_log off; ${temporary.join(' ')}\n${blocks.join('\n')} }\n`,
    )
    return run(place, 'nginx', ['-e', join(place, 'error.log'), '-p', place, '-c', join(place, 'nginx.conf')])
  },
  async caddy(place, sites) {
    const blocks = sites.map(({ port, lines }) => `http://:${port} {\nbind 127.0.0.1\n${lines}\n}`)
    await writeFile(join(place, 'Caddyfile'), `{\nadmin off\nauto_https off\n}\n${blocks.join('\n')}\n`)
    return run(place, 'caddy', ['run', '--config', join(place, 'Caddyfile'), '--adapter', 'caddyfile'])
  },
  async apache(place, sites) {
    const modules = ['mpm_event', 'authz_core', 'proxy', 'proxy_http', 'headers']
    const load = modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`)
    const blocks = sites.map(
      ({ port, lines }) => `Listen 127.0.0.1:${port}\n<VirtualHost 127.0.0.1:${port}>\n${lines}\n</VirtualHost>`,
    )
    await writeFile(
      join(place, 'apache.conf'),
      `ServerRoot ${place}\nDefaultRuntimeDir ${place}\nPidFile ${place}/pid\nMutex file:${place}\nServerName localhost\nErrorLog ${place}/error.log\nUser nobody\nGroup nogroup\n${load.join('\n')}\n${blocks.join('\n')}\n`,
    )
    return run(place, 'apache2', ['-d', place, '-f', join(place, 'apache.conf'), '-DFOREGROUND'])
  },
}

function run(place: string, program: string, args: readonly string[]): ChildProcess {
  const env = { PATH: process.env.PATH ?? '', HOME: place, XDG_DATA_HOME: place, XDG_CONFIG_HOME: place }
  return spawn(program, args, { env, stdio: 'ignore' })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const tooLong = setTimeout(() => child.kill('SIGKILL'), 5_000)
  await gone
  clearTimeout(tooLong)
}
