// nativeTheme: light unless STANDIN_DARK=1 or the app chooses. Pages are told through prefers-color-scheme.
import { StrictEmitter } from './strict.ts'

type Source = 'system' | 'light' | 'dark'

export class NativeTheme extends StrictEmitter {
  #source: Source = 'system'

  constructor() {
    super('nativeTheme', ['updated'])
    this.setMaxListeners(0)
  }
  get themeSource(): Source {
    return this.#source
  }
  set themeSource(source: Source) {
    if (!['system', 'light', 'dark'].includes(source))
      throw new TypeError(`Error processing argument at index 0, conversion failure from ${source}`)
    this.#source = source
    this.emit('updated')
  }
  get shouldUseDarkColors() {
    return this.#source === 'dark' || (this.#source === 'system' && process.env['STANDIN_DARK'] === '1')
  }
  get shouldUseHighContrastColors() {
    return false
  }
  get shouldUseInvertedColorScheme() {
    return false
  }
  get prefersReducedTransparency() {
    return false
  }
}

export const nativeTheme = new NativeTheme()
