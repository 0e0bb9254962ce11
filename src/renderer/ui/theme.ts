// Mantine's theme: neutral greys, one accent, radius 6, a 4 px grid, and a type scale of 12, 14, 16 and 20.
import { createTheme, type MantineColorsTuple } from '@mantine/core'
import type { KeyboardEvent } from 'react'

/** Chooses Enter nothing yet, because the list is still being narrowed, it must not send the form either. */
const keepForm = (event: KeyboardEvent<HTMLInputElement>): void => {
  if (event.key === 'Enter' && event.currentTarget.dataset['expanded'] !== undefined) event.preventDefault()
}

const accent: MantineColorsTuple = [
  '#eef1fd',
  '#dde2fa',
  '#bcc6f4',
  '#9aa9ee',
  '#7f91e8',
  '#6579df',
  '#4459c9',
  '#3a4db1',
  '#314196',
  '#28357a',
]

const gray: MantineColorsTuple = [
  '#f8f8f9',
  '#f2f2f4',
  '#e9e9ec',
  '#dedee3',
  '#cfcfd6',
  '#70717b',
  '#5f606a',
  '#45464e',
  '#2c2d33',
  '#1b1c20',
]

const dark: MantineColorsTuple = [
  '#ececef',
  '#c3c4cb',
  '#a3a4ad',
  '#8f909a',
  '#36373d',
  '#2a2b30',
  '#202125',
  '#17181b',
  '#121316',
  '#0d0e10',
]

// Only for meaning, and dark (or, on dark ground, light) enough to be read as text.
const red: MantineColorsTuple = [
  '#fdf0ef',
  '#f9dedc',
  '#f2b8b5',
  '#ffaca5',
  '#ff8f86',
  '#dc5a51',
  '#b3261e',
  '#9c1f18',
  '#7f1812',
  '#601410',
]

const yellow: MantineColorsTuple = [
  '#fdf6e7',
  '#f9e8c4',
  '#f3d593',
  '#eec36b',
  '#e9b44c',
  '#b57a12',
  '#8a5a00',
  '#744c00',
  '#5c3c00',
  '#452d00',
]

const green: MantineColorsTuple = [
  '#eef8f1',
  '#d6efdd',
  '#aedfbd',
  '#8ed7a4',
  '#6fd08c',
  '#2f9b52',
  '#1f7a3d',
  '#1a6633',
  '#145129',
  '#0f3d1f',
]

/** The reader's system font where it is a good one, else the Noto that the app carries. Chinese pages change the order in theme.css. */
const fontFamily =
  '-apple-system, "Segoe UI Variable Text", "Segoe UI", "Kith Latin", system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif'

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 6 },
  colors: { accent, gray, dark, red, yellow, green },
  white: '#ffffff',
  black: '#1b1c20',
  fontFamily,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  headings: {
    fontFamily,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '1.4' },
      h2: { fontSize: '16px', lineHeight: '1.5' },
      h3: { fontSize: '14px', lineHeight: '1.5' },
      h4: { fontSize: '14px', lineHeight: '1.5' },
    },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  activeClassName: '',
  components: {
    Modal: {
      defaultProps: {
        // What closes is gone at once: while it fades, it would take the keys that are meant for the screen below.
        transitionProps: { duration: 100, exitDuration: 0, transition: 'fade' },
        overlayProps: { backgroundOpacity: 0.35 },
        padding: 'xl',
        yOffset: '12vh',
      },
    },
    Menu: { defaultProps: { transitionProps: { duration: 80, exitDuration: 0 }, shadow: 'md', position: 'bottom-end' } },
    Popover: { defaultProps: { transitionProps: { duration: 80, exitDuration: 0 }, shadow: 'md' } },
    Select: {
      defaultProps: {
        comboboxProps: { transitionProps: { duration: 0 }, shadow: 'md' },
        checkIconPosition: 'right',
        onKeyDown: keepForm,
      },
    },
    Tooltip: { defaultProps: { openDelay: 500, transitionProps: { duration: 80 } } },
    SegmentedControl: { defaultProps: { withItemsBorders: false } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'error', 'description'] } },
  },
})
