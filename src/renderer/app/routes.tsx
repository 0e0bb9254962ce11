// The addresses of the app. All of them but the printed recovery key lie behind the gate that asks for the password.
import { Navigate, type RouteObject } from 'react-router'
import { RecoveryKeySheet } from '#renderer/features/workspace/RecoveryKeySheet.tsx'
import { type FeatureRoute, featureRoutes, printRoutes } from './feature-routes.ts'
import { Frame } from './Frame.tsx'
import { Gate } from './Gate.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { RouteError } from './RouteError.tsx'
import { SettingsFrame } from './SettingsFrame.tsx'
import { type SettingsPageEntry, settingsPages } from './settings-pages.ts'

const toRoute = ({ path, load }: FeatureRoute | SettingsPageEntry): RouteObject => ({
  path,
  lazy: load,
  ErrorBoundary: RouteError,
})

export const routes: RouteObject[] = [
  { path: '/print/recovery-key', Component: RecoveryKeySheet, ErrorBoundary: RouteError },
  {
    Component: Gate,
    ErrorBoundary: RouteError,
    HydrateFallback: () => null,
    children: [
      ...printRoutes.map(toRoute),
      {
        Component: Frame,
        children: [
          { index: true, element: <Navigate to="/home" replace /> },
          ...featureRoutes.map(toRoute),
          { path: 'settings', Component: SettingsFrame, ErrorBoundary: RouteError, children: settingsPages.map(toRoute) },
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
]
