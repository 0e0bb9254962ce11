// Starts the page. The only place of the renderer that reads the clock and the bridge.
import { createRoot } from 'react-dom/client'
import { createHashRouter } from 'react-router'
import type { Bridge } from '#shared/base/procedure.ts'
import { createClient } from './api/api-context.tsx'
import { createQueryClient } from './api/query-client.ts'
import { App } from './app/App.tsx'
import { logErrors } from './app/log-errors.ts'
import { routes } from './app/routes.tsx'

declare global {
  interface Window {
    readonly kith: Bridge
  }
}

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

const client = createClient(window.kith, createQueryClient())
logErrors(client)
createRoot(root).render(<App client={client} router={createHashRouter(routes)} now={Date.now} />)
