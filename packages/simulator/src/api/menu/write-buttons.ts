import type { Menu, MenuButton } from '../../menu.js'
import type { JsonAnswer } from '../answer.js'

/** Buttons as `menu/get` and `menu/trymatch` answer them: each with a list below it, be it empty. */
export const writeButtons = ({ button }: Menu): readonly JsonAnswer[] =>
  button.map((it) =>
    'type' in it
      ? { ...it, sub_button: [] }
      : { name: it.name, sub_button: it.sub_button.map((sub) => ({ ...sub, sub_button: [] })) },
  )

/** Buttons as `get_current_selfmenu_info` answers them: lists are wrapped, and a material stands in `value`. */
export const writeSelfButtons = ({ button }: Menu): readonly JsonAnswer[] =>
  button.map((it) =>
    'type' in it ? selfButton(it) : { name: it.name, sub_button: { list: it.sub_button.map(selfButton) } },
  )

const selfButton = ({ media_id: value, ...button }: MenuButton): JsonAnswer => ({
  ...button,
  ...(value === undefined ? {} : { value }),
})
