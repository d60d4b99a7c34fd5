import { writeFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';

export interface Look {
  wall: [string, string];
  skin: string;
  hair: string;
  clothes: string;
  /** A white coat over the clothes. */
  coat: boolean;
  longHair: boolean;
}

const FRAMES = 60;

/**
 * Draws a person before a wall who breathes, and writes it as MJPEG (JPEG after JPEG), which Chromium takes for a camera.
 */
export async function film(browser: Browser, look: Look, file: string) {
  const page = await browser.newPage();
  // tsx marks named functions with a helper of its own, which a page does not have.
  await page.evaluate('globalThis.__name = (it) => it');
  const frames = await page.evaluate(draw, { look, count: FRAMES });
  await page.close();
  writeFileSync(file, Buffer.concat(frames.map((frame) => Buffer.from(frame, 'base64'))));
}

/** Runs in a page. @returns JPEGs, base64 */
async function draw({ look, count }: { look: Look; count: number }): Promise<string[]> {
  const canvas = document.createElement('canvas');
  canvas.width = 1280;
  canvas.height = 720;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  const fill = (colour: string | CanvasGradient, path: () => void) => {
    pen.fillStyle = colour;
    pen.beginPath();
    path();
    pen.fill();
  };
  const oval = (x: number, y: number, rx: number, ry: number) => pen.ellipse(x, y, rx, ry, 0, 0, 2 * Math.PI);

  function wall() {
    if (!pen) return;
    const light = pen.createRadialGradient(420, 180, 60, 640, 360, 900);
    light.addColorStop(0, look.wall[0]);
    light.addColorStop(1, look.wall[1]);
    fill(light, () => pen.rect(0, 0, 1280, 720));
    // A shelf and a plant, out of focus.
    pen.filter = 'blur(7px)';
    fill('rgb(255 255 255 / 0.28)', () => pen.roundRect(930, 250, 300, 14, 6));
    for (const [x, height, colour] of [
      [960, 92, '#8ba3a8'],
      [992, 110, '#b98f77'],
      [1026, 84, '#6f7fa3'],
    ] as const) {
      fill(colour, () => pen.roundRect(x, 250 - height, 26, height, 4));
    }
    fill('#a9806a', () => pen.roundRect(1120, 190, 62, 60, 10));
    for (let leaf = -2; leaf <= 2; leaf++) {
      fill('#5f8a6b', () =>
        pen.ellipse(1151 + leaf * 22, 150 - (2 - Math.abs(leaf)) * 16, 14, 52, leaf * 0.35, 0, 2 * Math.PI),
      );
    }
    pen.filter = 'none';
  }

  function person(phase: number) {
    if (!pen) return;
    const breath = Math.sin(phase) * 4;
    const sway = Math.sin(phase) * 3;
    const x = 640 + sway;
    const y = 320 + breath / 2;
    if (look.longHair) fill(look.hair, () => pen.roundRect(x - 142, y - 120, 284, 330, 130));
    // Shoulders, coat, neck.
    fill(look.clothes, () => pen.roundRect(310 + sway / 2, 545 + breath, 660, 320, 150));
    if (look.coat) {
      fill('#f2f4f7', () => pen.roundRect(310 + sway / 2, 545 + breath, 255, 320, [150, 40, 0, 0]));
      fill('#f2f4f7', () => pen.roundRect(715 + sway / 2, 545 + breath, 255, 320, [40, 150, 0, 0]));
    }
    fill(look.skin, () => pen.roundRect(x - 52, y + 110, 104, 150, 48));
    fill('rgb(0 0 0 / 0.12)', () => oval(x, y + 152, 60, 30));
    // Head, ears, hair.
    fill(look.skin, () => oval(x, y, 118, 150));
    fill(look.skin, () => oval(x - 118, y + 12, 18, 30));
    fill(look.skin, () => oval(x + 118, y + 12, 18, 30));
    fill(look.hair, () => {
      pen.moveTo(x - 124, y - 8);
      pen.bezierCurveTo(x - 150, y - 200, x + 150, y - 200, x + 124, y - 8);
      pen.bezierCurveTo(x + 100, y - 90, x + 20, y - 96, x - 36, y - 92);
      pen.bezierCurveTo(x - 86, y - 84, x - 108, y - 54, x - 124, y - 8);
    });
    // Eyes, brows, nose, mouth.
    pen.lineCap = 'round';
    for (const side of [-1, 1]) {
      const eye = x + side * 46;
      fill('#fbfbfb', () => oval(eye, y - 4, 20, 12));
      fill('#3b2d28', () => oval(eye, y - 4, 9, 10));
      fill(look.hair, () => pen.ellipse(eye, y - 38, 25, 5, side * 0.08, 0, 2 * Math.PI));
    }
    fill('rgb(0 0 0 / 0.1)', () => oval(x + 3, y + 36, 13, 9));
    pen.strokeStyle = '#9c4f4a';
    pen.lineWidth = 7;
    pen.beginPath();
    pen.arc(x, y + 42, 48, 0.24 * Math.PI, 0.76 * Math.PI);
    pen.stroke();
  }

  const frames: string[] = [];
  for (let frame = 0; frame < count; frame++) {
    wall();
    person((frame / count) * 2 * Math.PI);
    frames.push(canvas.toDataURL('image/jpeg', 0.88).split(',')[1] ?? '');
  }
  return frames;
}
