// Runs scripts/<command>.ts. Plain JavaScript without imports from npm: it must work before anything is installed.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Runs a program in the project's folder, passes signals on to it, and resolves to its exit code. */
function run(file, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, ...options })
    // On Windows a signal would end the script at once; without its channel it stops by itself and cleans up.
    const pass = (signal) => (process.platform === 'win32' && child.connected ? child.disconnect() : child.kill(signal))
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass)
    // SIGTERM to npm ends its shell without a word to us: we see only that our parent is another.
    const parent = process.ppid
    const watch = setInterval(() => process.ppid === parent || pass('SIGTERM'), 500)
    if (!process.env.npm_execpath) clearInterval(watch)
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}

/** Whether node_modules holds what package-lock.json says; npm writes its own list last, so a cut-off install has none. */
function isInstalled() {
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
    const present = JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8')).packages
    const isPresent = (path) => present[path]?.version === wanted[path].version
    const isNeeded = (path) =>
      path !== '' && (present[path] !== undefined || !(wanted[path].optional || wanted[path].extraneous))
    return Object.keys(wanted).every((path) => !isNeeded(path) || isPresent(path))
  } catch {
    return false
  }
}

async function install() {
  const began = Date.now()
  // To standard error, npm's own lines too: what a command prints on standard output is its answer.
  console.error('Installing the packages of package-lock.json …')
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']
  const npm = process.env.npm_execpath
  const stdio = ['inherit', process.stderr, 'inherit']
  const code =
    npm && existsSync(npm)
      ? await run(process.execPath, [npm, ...args], { stdio })
      : await run('npm', args, { stdio, shell: process.platform === 'win32' })
  if (code !== 0) process.exit(code)
  console.error(`Packages installed (${((Date.now() - began) / 1000).toFixed(1)} s)`)
}

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 9)) {
  console.error(`Node ${process.versions.node} is too old: version 20.9 or newer is needed.`)
  process.exit(1)
}
const [command, ...args] = process.argv.slice(2)
const script = join(root, 'scripts', `${command}.ts`)
if (!/^[a-z-]+$/.test(command ?? '') || !existsSync(script)) {
  console.error(
    'Usage: npm run demo | start | dev | import | business | api-key | verify | bench | pictures | lighthouse | test | check',
  )
  process.exit(1)
}
if (!isInstalled()) await install()
// By its channel the script notices when this process is killed, and stops what it has started.
const stdio = ['inherit', 'inherit', 'inherit', 'ipc']
process.exit(await run(process.execPath, ['--import', 'tsx', script, ...args], { stdio }))
