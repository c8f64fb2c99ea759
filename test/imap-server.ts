import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from './free-port.ts'

const program = '/usr/sbin/dovecot'

/** Why tests with a real mail server are skipped; false where it is installed. */
export const noDovecot = existsSync(program) ? false : `no Dovecot at ${program}`

/** A mail server of its own, with a mailbox of one user. */
export type ImapServer = {
  readonly port: number
  readonly tlsPort: number
  readonly user: string
  readonly password: string
  /** Puts a letter into a folder, as if it came at that time. */
  deliver(letter: string, options?: { readonly folder?: string; readonly atMs?: number }): void
  /** Deletes a folder with its letters; the next one of this name numbers them differently. */
  emptyFolder(folder: string): void
  /** The names of the files of a folder: those of letters that somebody has seen end with an S. */
  files(folder?: string): readonly string[]
  stop(): Promise<void>
}

/** Starts Dovecot on loopback, below a temporary folder. */
export async function startDovecot(): Promise<ImapServer> {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-imap-'))
  const [port, tlsPort] = [await freePort(), await freePort()]
  const isRoot = process.getuid?.() === 0
  const { uid, gid, username } = userInfo()
  const owner = isRoot ? { uid: 65_534, gid: 65_534 } : { uid, gid }
  const [user, password] = ['ann@post.example', 'a "long" pass\\word']
  const mail = join(folder, 'mail')
  chmodSync(folder, 0o755)
  for (const each of ['run', 'state']) mkdirSync(join(folder, each), { mode: 0o755 })
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  execFileSync(
    'openssl',
    `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=post.example -keyout ${key} -out ${cert}`.split(
      ' ',
    ),
    { stdio: 'ignore' },
  )
  const makeFolder = (path: string) => {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    if (isRoot) chownSync(path, owner.uid, owner.gid)
  }
  const placeOf = (name = 'INBOX') => (name === 'INBOX' ? mail : join(mail, `.${name}`))
  const prepare = (name?: string) => {
    for (const each of ['', 'cur', 'new', 'tmp']) makeFolder(join(placeOf(name), each))
  }
  prepare()
  writeFileSync(join(folder, 'users'), `${user}:{PLAIN}${password}\n`, { mode: 0o644 })
  const users = isRoot
    ? ''
    : `default_internal_user = ${username}\ndefault_login_user = ${username}\ndefault_internal_group = ${username}\n`
  const services = isRoot
    ? ''
    : ['anvil', 'imap-login', 'stats'].map((name) => `service ${name} {\n  chroot =\n}\n`).join('')
  writeFileSync(
    join(folder, 'dovecot.conf'),
    `dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
base_dir = ${join(folder, 'run')}
state_dir = ${join(folder, 'state')}
log_path = ${join(folder, 'log')}
listen = 127.0.0.1
protocols {
  imap = yes
}
${users}ssl = yes
ssl_server_cert_file = ${cert}
ssl_server_key_file = ${key}
mail_driver = maildir
mail_path = ${mail}
mail_home = ${folder}
mail_uid = ${owner.uid}
mail_gid = ${owner.gid}
first_valid_uid = 1
first_valid_gid = 1
auth_failure_delay = 0
namespace inbox {
  inbox = yes
  separator = .
}
passdb passwd-file {
  passwd_file_path = ${join(folder, 'users')}
}
userdb static {
  fields {
    uid = ${owner.uid}
    gid = ${owner.gid}
    home = ${folder}
  }
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${tlsPort}
    ssl = yes
  }
}
${services}`,
  )
  const server = spawn(program, ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' })
  const ended = new Promise<void>((settle) => server.once('exit', () => settle()))
  await until(port, ended)
  let count = 0
  return {
    port,
    tlsPort,
    user,
    password,
    deliver(letter, { folder: name, atMs = Date.now() } = {}) {
      prepare(name)
      // Dovecot takes the time of the file for the time it came.
      const file = join(placeOf(name), 'tmp', `${Math.floor(atMs / 1000)}.${String(++count).padStart(6, '0')}.post`)
      writeFileSync(file, letter.replace(/\r?\n/g, '\r\n'))
      utimesSync(file, atMs / 1000, atMs / 1000)
      if (isRoot) chownSync(file, owner.uid, owner.gid)
      execFileSync('mv', [file, join(placeOf(name), 'new')])
    },
    emptyFolder(name) {
      rmSync(placeOf(name), { recursive: true, maxRetries: 5 })
    },
    files: (name) =>
      ['new', 'cur'].flatMap((each) =>
        execFileSync('ls', [join(placeOf(name), each)], { encoding: 'utf8' })
          .split('\n')
          .filter(Boolean),
      ),
    async stop() {
      server.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

async function until(port: number, ended: Promise<void>): Promise<void> {
  let isOver = false
  void ended.then(() => (isOver = true))
  for (let tries = 0; tries < 100 && !isOver; tries++) {
    const answers = await new Promise<boolean>((settle) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('data', () => settle(true)).once('error', () => settle(false))
      socket.once('close', () => settle(false)).setTimeout(500, () => socket.destroy())
    })
    if (answers) return
    await sleep(100)
  }
  throw new Error('Dovecot did not start')
}
