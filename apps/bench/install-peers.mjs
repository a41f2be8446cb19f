/**
 * Installs the kits we compare ourselves with, from their own lockfile and outside the workspace: whoever uses @wx/*
 * never gets them. Their install scripts are not run.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
  cwd: fileURLToPath(new URL('./peers', import.meta.url)),
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
process.exitCode = status ?? 1
