// Settings of a page that an app must not have: the stand-in has no page without a sandbox, so these cannot be tried either.

const forbidden: Record<string, boolean> = {
  sandbox: false,
  contextIsolation: false,
  webSecurity: false,
  nodeIntegration: true,
  nodeIntegrationInWorker: true,
  nodeIntegrationInSubFrames: true,
  allowRunningInsecureContent: true,
  experimentalFeatures: true,
  webviewTag: true,
}
const unknown = ['session', 'partition', 'offscreen']

export const refusePreferences = (preferences: Record<string, unknown>) => {
  for (const [name, value] of Object.entries(preferences)) {
    if (name in forbidden && value === forbidden[name])
      throw new Error(`stand-in: webPreferences.${name}: ${String(value)} is not imitated`)
    if (unknown.includes(name)) throw new Error(`stand-in: webPreferences.${name} is not imitated`)
  }
}
