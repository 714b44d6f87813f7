import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

/** A command that serves: its address, and the ways in which it can end. */
export type ServingCommand = { address: string; output(): string; stop(): Promise<number>; kill(): Promise<void> }

type Environment = Record<string, string>

/** Blank counts as not set: what the machine or a file .env says must not reach the tests. */
const BLANK: Environment = Object.fromEntries(
  ['DATA_DIR', 'DATABASE_URL', 'MIGRATION_DATABASE_URL', 'LOG_LEVEL']
    .concat(['HOST', 'PUBLIC_URL', 'ALLOW_PLAIN_HTTP', 'TRUSTED_PROXIES', 'SESSION_SECRET', 'SMTP_URL', 'MAIL_FROM'])
    .concat(['LIVE_STREAMS_PER_PROCESS', 'LIVE_STREAMS_PER_PERSON'])
    .concat(['BUSINESS_NAME', 'BUSINESS_TIMEZONE', 'BUSINESS_CURRENCY', 'BUSINESS_COUNTRY'])
    .map((name) => [name, '']),
)

/** Gives `work` a DATA_DIR of its own, which is gone afterwards. */
export async function withDataDir(work: (dataDir: string) => Promise<void>): Promise<void> {
  const dataDir = join(tmpdir(), `customer-groups-command-${randomUUID()}`)
  await mkdir(dataDir)
  try {
    await work(dataDir)
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** Ends the database server of a DATA_DIR at once, as a crash would. */
export async function killDatabase(dataDir: string): Promise<void> {
  const files = await readdir(dataDir, { recursive: true })
  const pidFile = files.find((path) => basename(path) === 'postmaster.pid') ?? ''
  process.kill(Number.parseInt(await readFile(join(dataDir, pidFile), 'utf8'), 10), 'SIGQUIT')
}

/** Runs a command to its end, as `npm run <command> -- <args>` does. */
export async function runCommand(command: string, args: string[], env: Environment) {
  const { child, output } = launch(command, args, env)
  const [code] = await once(child, 'exit')
  return { code: Number(code), output: output() }
}

/** Starts a command that serves and waits for the address that it prints. */
export async function serveCommand(command: string, args: string[], env: Environment): Promise<ServingCommand> {
  const { child, output } = launch(command, args, env)
  const exited = once(child, 'exit').then(([code]) => Number(code))
  return {
    address: await printedAddress(child, output),
    output,
    stop: () => {
      child.kill('SIGTERM')
      return exited
    },
    kill: async () => {
      child.kill('SIGKILL')
      await exited
    },
  }
}

function launch(command: string, args: string[], env: Environment) {
  const child = spawn(process.execPath, ['scripts/run.mjs', command, ...args], {
    env: { ...process.env, ...BLANK, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let written = ''
  child.stdout.on('data', (chunk) => (written += chunk))
  child.stderr.on('data', (chunk) => (written += chunk))
  return { child, output: () => written }
}

function printedAddress(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      const address = /ready: (http:\S+)/.exec(output())?.[1]
      if (address) resolve(address)
    })
    child.once('exit', () => reject(new Error(`the command ended before it served\n${output()}`)))
  })
}
