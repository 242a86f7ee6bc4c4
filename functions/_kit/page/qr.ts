import { encode } from 'uqr';
import { type Content, html } from './html.ts';

/** Dark modules of one row as a path: a run of them is one stroke. */
const rowPath = (row: readonly boolean[], y: number): string =>
  [
    ...row
      .map((dark) => (dark ? '1' : '0'))
      .join('')
      .matchAll(/1+/g),
  ]
    .map((run) => `M${run.index} ${y}h${run[0].length}v1h-${run[0].length}z`)
    .join('');

/** A QR code as SVG, with the quiet zone of four modules that ISO/IEC 18004 asks for. Dark on light in any colour scheme. */
export function qrCode(text: string, label: string): Content {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  return html`<svg class="qr-image" role="img" aria-label="${label}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" data-testid="qr-image">
    <rect width="${size}" height="${size}" fill="#fff"></rect><path fill="#1d1b17" d="${data.map(rowPath).join('')}"></path>
  </svg>`;
}
