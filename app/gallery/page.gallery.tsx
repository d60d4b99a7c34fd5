import { GALLERY, pathOf } from './states';

export const metadata = { title: 'Gallery' };

/** Every state that the gallery has, for developers; the tests of looks read their list here. */
export default function GalleryPage() {
  return (
    <main className="mx-auto grid max-w-160 gap-6 p-6">
      <h1>Gallery</h1>
      {Object.entries(GALLERY).map(([group, states]) => (
        <section key={group} aria-labelledby={group} className="grid gap-2">
          <h2 id={group}>{group}</h2>
          <ul>
            {Object.keys(states).map((state) => (
              <li key={state}>
                <a href={pathOf(group, state)} className="link inline-flex min-h-11 items-center">
                  {state}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </main>
  );
}
