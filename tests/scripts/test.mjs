// `npm test`: everything, in the order in which it fails fastest, from a fresh clone with only Node and npm.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from '../../sync-server/scripts/ensure-built.mjs'
import { ensureInstalled, nodeTooOld, root } from '../../sync-server/scripts/ensure-installed.mjs'
import { run } from '../../sync-server/scripts/run.mjs'

const reports = join(root, 'node_modules', '.cache', 'yokoten', 'reports')
const bin = (...parts) => join(root, 'node_modules', ...parts)
const node = (args, options = {}) => run(process.execPath, args, { cwd: root, ...options })
const totals = { passed: 0, failed: 0 }

/** Runs vitest on projects and gives the counts of its report, also where tests failed. */
function vitest(report, ...projects) {
  const file = join(reports, `${report}.json`)
  const args = ['run', ...projects.flatMap((name) => ['--project', name])]
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  return counted(node([bin('vitest', 'vitest.mjs'), ...args, ...reporters]), file, (result) => ({
    passed: result.numPassedTests,
    failed: result.numFailedTests + (result.numFailedTestSuites > 0 && result.numFailedTests === 0 ? 1 : 0),
    skipped: result.numPendingTests + result.numTodoTests,
  }))
}

async function browser() {
  const { ensureChromium } = await import('./chromium.mjs')
  const file = join(reports, 'browser.json')
  const tests = join(root, 'tests')
  const work = node(
    [join(tests, 'node_modules', '@playwright', 'test', 'cli.js'), 'test', '--reporter=list,json'],
    {
      cwd: tests,
      env: { CHROME_PATH: await ensureChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    },
  )
  return counted(work, file, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }))
}

/** Adds a report's counts to the totals, whether the run went well or not, and says them. */
async function counted(work, file, countsOf) {
  let failure = await work.then(
    () => undefined,
    (error) => error,
  )
  let counts = { passed: 0, failed: failure ? 1 : 0, skipped: 0 }
  try {
    counts = countsOf(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    failure ??= new Error(`The run left no report that can be read: ${error.message}`)
  }
  totals.passed += counts.passed
  totals.failed += counts.failed
  if (failure) throw Object.assign(failure, { isCounted: counts.failed > 0 })
  return `${counts.passed} passed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`
}

/** The steps of one stage run side by side, as none of them needs another; the first stage with a failure is the last. */
const stages = [
  [['install', ensureInstalled]],
  [
    ['format', () => node([bin('prettier', 'bin', 'prettier.cjs'), '--check', '.'])],
    ['lint', () => node([bin('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0'])],
    ['types', () => node([bin('typescript', 'bin', 'tsc'), '-b'])],
    ['build', ensureBuilt],
  ],
  [['unit tests', () => vitest('unit', 'shared', 'client', 'sync-server')]],
  [['tests across packages', () => vitest('cross', 'tests')]],
  [['browser tests', browser]],
]

/** Does one step, says how it went, and gives whether it went well. */
async function succeeds([name, step]) {
  const start = performance.now()
  const took = () => `${((performance.now() - start) / 1_000).toFixed(1)} s`
  try {
    const said = await step()
    console.log(`✓ ${name} (${took()})${typeof said === 'string' && / passed/.test(said) ? `: ${said}` : ''}`)
    return true
  } catch (error) {
    if (error.output) console.error(error.output)
    console.error(`✗ ${name} (${took()}): ${error.message}`)
    if (!error.isCounted) totals.failed += 1
    process.exitCode = 1
    return false
  }
}

const tooOld = nodeTooOld()
if (tooOld) {
  console.error(tooOld)
  process.exit(1)
}
rmSync(reports, { recursive: true, force: true })
for (const stage of stages) {
  const outcomes = await Promise.all(stage.map(succeeds))
  if (outcomes.includes(false)) break
  // Installing may throw away the folder of the reports.
  mkdirSync(reports, { recursive: true })
}
console.log(`${totals.passed} passed, ${totals.failed} failed`)
