import { Body, Button, Container, Head, Heading, Hr, Html, Img, Link, Section, Text } from '@react-email/components';
import type { Frame, Letter } from './letter';

// The tokens of app/globals.css by their values: mail readers know no variables. Inline for light, by class for dark, because some
// readers drop <style> and stay light then.
const INK = { color: '#1d1a2b' };
const INK_2 = { color: '#5a5670' };
const DARK = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .paper, .paper > table > tbody > tr > td { background-color: #15131d !important; }
  .card { background-color: #1e1b29 !important; border-color: #37334a !important; }
  .ink { color: #f2f0f8 !important; }
  .ink-2 { color: #b4afc8 !important; }
  .link { color: #a78bfa !important; }
  .line { border-color: #37334a !important; }
}
@media (max-width: 480px) {
  .inside { padding: 20px 16px !important; }
  .button { display: block !important; }
}`;

const FONT = 'Figtree, system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif';
/** Patients may be eighty: nothing that they need is smaller than 18 pixels. */
const READ = { fontSize: '18px', lineHeight: '28px', margin: '0 0 16px' };
const SMALL = { fontSize: '16px', lineHeight: '24px', margin: '0 0 8px' };
const BUTTON = {
  backgroundColor: '#5b34d6',
  color: '#ffffff',
  borderRadius: '14px',
  padding: '16px 28px',
  fontSize: '20px',
  lineHeight: '26px',
  fontWeight: 650,
  textAlign: 'center' as const,
};

/** The layout of every mail: the clinic's name, the letter with its one action, and how to reach the clinic. No picture but the clinic's logo. */
export function Layout({ letter, frame }: { letter: Letter; frame: Frame }) {
  const { title, paragraphs, list, facts = [], button, notes = [] } = letter;
  return (
    <Html lang={frame.locale} dir="ltr">
      <Head>
        <title>{letter.subject}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <style>{DARK}</style>
      </Head>
      <Body className="paper" style={{ backgroundColor: '#fbfaf8', fontFamily: FONT, padding: '24px 8px' }}>
        <Container
          className="card"
          style={{
            maxWidth: '600px',
            backgroundColor: '#ffffff',
            border: '1px solid #e4e1ec',
            borderRadius: '22px',
            borderCollapse: 'separate',
          }}
        >
          <Section className="inside" style={{ padding: '28px 32px' }}>
            <Brand {...frame.clinic} />
            <Heading
              as="h1"
              className="ink"
              style={{ ...INK, fontSize: '26px', lineHeight: '32px', margin: '0 0 16px' }}
            >
              {title}
            </Heading>
            {paragraphs.map((text) => (
              <Text key={text} className="ink" style={{ ...READ, ...INK, wordBreak: 'break-word' }}>
                {text}
              </Text>
            ))}
            {facts.map(([term, ...lines]) => (
              <Text key={term} className="ink" style={{ ...READ, ...INK, wordBreak: 'break-word' }}>
                <span className="ink-2" style={INK_2}>
                  {term}
                </span>
                {lines.map((line, index) => (
                  <span key={line} style={index === 0 ? { fontWeight: 650 } : undefined}>
                    <br />
                    {line}
                  </span>
                ))}
              </Text>
            ))}
            {list && <Dates {...list} />}
            {button && <Action {...button} orOpen={frame.words.orOpen} />}
            {notes.map((text) => (
              <Text key={text} className="ink-2" style={{ ...SMALL, ...INK_2 }}>
                {text}
              </Text>
            ))}
            <Footer {...frame} />
          </Section>
        </Container>
      </Body>
    </Html>
  );
}

/** The clinic's name under its logo, where that is on the web: a path of this site may not be reached from a mail reader. */
function Brand({ name, logoUrl }: Frame['clinic']) {
  return (
    <Section style={{ marginBottom: '20px' }}>
      {logoUrl?.startsWith('https://') && (
        // Lazy, or React puts a preload before it, which makes some readers load it before they were allowed to.
        <Img src={logoUrl} alt="" height={36} loading="lazy" style={{ marginBottom: '8px' }} />
      )}
      <Text className="ink" style={{ ...INK, fontSize: '20px', lineHeight: '26px', fontWeight: 750, margin: 0 }}>
        {name}
      </Text>
    </Section>
  );
}

function Dates({ term, items, rest }: NonNullable<Letter['list']>) {
  const row = { ...READ, margin: 0, padding: '8px 0', borderTop: '1px solid #e4e1ec' };
  return (
    <Section style={{ marginBottom: '16px' }}>
      <Text className="ink-2" style={{ ...READ, ...INK_2, margin: '0 0 4px' }}>
        {term}
      </Text>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {items.map(({ id, day, time, more }) => (
          <li key={id} className="ink line" style={{ ...row, ...INK, wordBreak: 'break-word' }}>
            <span style={{ fontWeight: 650 }}>
              {day}, <span style={{ whiteSpace: 'nowrap' }}>{time}</span>
            </span>
            {more.map((text) => (
              <span key={text} className="ink-2" style={INK_2}>
                <br />
                {text}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {rest && (
        <Text className="ink line" style={{ ...row, ...INK }}>
          {rest}
        </Text>
      )}
    </Section>
  );
}

function Action({ label, url, orOpen }: { label: string; url: string; orOpen: string }) {
  return (
    <Section style={{ margin: '8px 0 16px' }}>
      <Button href={url} className="button" style={BUTTON}>
        {label}
      </Button>
      <Text className="ink-2" style={{ ...READ, ...INK_2, margin: '16px 0 0' }}>
        {orOpen}
      </Text>
      <Text style={{ ...READ, margin: 0, wordBreak: 'break-all' }}>
        <Link href={url} className="link" style={{ color: '#5b34d6', textDecoration: 'underline' }}>
          {url}
        </Link>
      </Text>
    </Section>
  );
}

function Footer({ clinic: { phone, address }, words }: Frame) {
  const lines = [phone && words.phone, address && words.address, words.automatic].filter(Boolean);
  return (
    <>
      <Hr className="line" style={{ borderColor: '#e4e1ec', margin: '20px 0 16px' }} />
      {lines.map((line) => (
        <Text key={line} className="ink-2" style={{ ...SMALL, ...INK_2 }}>
          {line}
        </Text>
      ))}
    </>
  );
}
