// Shows screens on top of a whole engine: nothing between them is played but the wire, the desktop and the lock.
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { createMemoryRouter, type RouteObject } from 'react-router'
import { onTestFinished } from 'vitest'
import { createClient } from '#renderer/api/api-context.tsx'
import { createQueryClient } from '#renderer/api/query-client.ts'
import { App } from '#renderer/app/App.tsx'
import { routes } from '#renderer/app/routes.tsx'
import type { Language } from '#shared/base/messages.ts'
import type { WorkspaceStatus } from '#shared/workspace/workspace.contract.ts'
import { createTestApp, TEST_START, type TestApp } from './test-app.ts'
import { createTestBridge, type TestBridge } from './test-bridge.ts'

export interface RenderOptions {
  /** `/companies?q=ada`. */
  readonly route?: string
  readonly language?: Language
  readonly state?: WorkspaceStatus['state']
  /** To show the screens of one engine twice, or one that has data already. */
  readonly app?: TestApp
  /** The clock of the page; left out, it stands still. */
  readonly now?: () => number
}

export interface RenderedApp {
  readonly app: TestApp
  readonly bridge: TestBridge
  readonly user: ReturnType<typeof userEvent.setup>
  readonly router: ReturnType<typeof createMemoryRouter>
  readonly unmount: () => void
}

/** The whole page at an address, with rail, bar and keys. */
export const renderApp = (options: RenderOptions = {}): Promise<RenderedApp> => renderRoutes(routes, options)

/** One component inside all that it needs. */
export const renderWithApp = (screen: ReactNode, options: RenderOptions = {}): Promise<RenderedApp> =>
  renderRoutes([{ path: '*', element: screen }], options)

const renderRoutes = async (shown: RouteObject[], options: RenderOptions): Promise<RenderedApp> => {
  const { route = '/', language = 'en', state = 'open', now = () => TEST_START } = options
  const app = options.app ?? (await createTestApp({ language }))
  const bridge = createTestBridge(app, { language, state })
  const queryClient = createQueryClient()
  const client = createClient(bridge, queryClient)
  const router = createMemoryRouter(shown, { initialEntries: [route] })
  const { unmount } = render(<App client={client} router={router} now={now} env="test" />)

  onTestFinished(() => {
    queryClient.clear()
    if (!options.app) app.close()
  })
  return { app, bridge, user: userEvent.setup(), router, unmount }
}
