// How the three processes are built: main as ES modules, the preload as one CommonJS file (a sandbox loads nothing else), the page.
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import postcssPresetMantine from 'postcss-preset-mantine'

// Each is its own entry because it is started by its file name: as a thread or from the command line.
const mainEntries = {
  index: 'src/main/index.ts',
  'engine-worker': 'src/main/engine/engine-worker.ts',
  'argon2-worker': 'src/main/workspace/argon2-worker.ts',
  cli: 'src/main/cli.ts',
}

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // Everything is bundled but what package.json lists as a dependency: the native database.
      externalizeDeps: true,
      rolldownOptions: {
        input: mainEntries,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    css: { postcss: { plugins: [postcssPresetMantine()] } },
    build: {
      outDir: resolve('out/renderer'),
      minify: true,
      rolldownOptions: { input: { index: resolve('src/renderer/index.html') } },
    },
  },
})
