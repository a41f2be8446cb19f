import { refuse } from '../refusal.js'
import type { Size } from './picture.js'

/** https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/Img_Proc.html */
const maxRatios = 5

/** A part of a picture, in pixels from its left and its top. */
export interface Crop {
  readonly crop_left: number
  readonly crop_top: number
  readonly crop_right: number
  readonly crop_bottom: number
}

/**
 * The largest part in the middle for each ratio of width to height; the whole picture when none is given.
 * @param ratios as they travel: `1,2.35`
 * @throws ApiRefusal 40035
 */
export function cropsOf({ w, h }: Size, ratios: string | undefined): readonly Crop[] {
  if (ratios === undefined || ratios === '') return [crop({ w, h }, { w, h })]
  const asked = ratios.split(',').map(Number)
  if (asked.length > maxRatios || asked.some((it) => !Number.isFinite(it) || it <= 0)) {
    refuse(40035, `ratios must be up to ${maxRatios} numbers above 0, separated by commas`)
  }
  return asked.map((ratio) => crop({ w, h }, { w: Math.min(w, h * ratio), h: Math.min(h, w / ratio) }))
}

function crop(all: Size, part: Size): Crop {
  const left = Math.floor((all.w - part.w) / 2)
  const top = Math.floor((all.h - part.h) / 2)
  return {
    crop_left: left,
    crop_top: top,
    crop_right: Math.round(left + part.w),
    crop_bottom: Math.round(top + part.h),
  }
}
