// The engine, the desktop around the page, and the events of both, for every screen below.
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use } from 'react'
import type { Bridge } from '#shared/base/procedure.ts'
import { contract } from '#shared/contract.ts'
import { shellContract } from '#shared/shell/shell.contract.ts'
import { type Api, createApi, createFeatureApi } from './api.ts'
import { createCall } from './call.ts'
import { createFreshness } from './freshness.ts'
import { createQuietLine, type QuietLineStore } from './quiet-line.ts'

type EngineApi = Api<typeof contract>
type ShellApi = Api<{ readonly shell: typeof shellContract }>['shell']

export interface Client {
  readonly api: EngineApi
  readonly shell: ShellApi
  readonly bridge: Bridge
  readonly queryClient: QueryClient
  readonly quietLine: QuietLineStore
}

export const createClient = (bridge: Bridge, queryClient: QueryClient): Client => {
  const connection = { call: createCall(bridge), freshness: createFreshness(bridge, queryClient) }
  return {
    api: createApi(contract, connection),
    shell: createFeatureApi('shell', shellContract, connection),
    bridge,
    queryClient,
    quietLine: createQuietLine(),
  }
}

const ClientContext = createContext<Client | null>(null)

export function ClientProvider({ client, children }: { readonly client: Client; readonly children: ReactNode }) {
  return (
    <QueryClientProvider client={client.queryClient}>
      <ClientContext value={client}>{children}</ClientContext>
    </QueryClientProvider>
  )
}

export const useClient = (): Client => {
  const client = use(ClientContext)
  if (!client) throw new Error('This needs a <ClientProvider> above it')
  return client
}

/** `useApi().companies.list(input)` gives options for `useQuery`, `useApi().deals.move()` for `useMutation` and `useAction`. */
export const useApi = (): EngineApi => useClient().api

/** The same for the desktop around the page: dialogs, printing, preferences. */
export const useShell = (): ShellApi => useClient().shell
