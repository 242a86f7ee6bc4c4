import { type Content, html } from './html.ts';

/** HopCat's own mark: a box with ears, and raked sand in it. */
export const mark = (): Content =>
  html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <path class="mark-box" d="M3 4.6c0-1.4 1.6-2 2.6-1.1L11 8h10l5.4-4.5c1-.9 2.6-.3 2.6 1.1V25a4 4 0 0 1-4 4H7a4 4 0 0 1-4-4z"></path>
    <path class="mark-sand" d="M8 15q4-3 8 0t8 0M8 19.500q4-3 8 0t8 0M8 24q4-3 8 0t8 0"></path>
  </svg>`;
