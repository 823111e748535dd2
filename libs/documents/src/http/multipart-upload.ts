import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { HttpProblem, UPLOAD_LIMIT } from '@app/platform';
import type { Upload } from '../application/store-document.js';

/** What a multipart body may add to its file: boundaries and part headers. */
const FRAMING = 65_536;

/**
 * The one file of a multipart request, as a stream. Whether the request held anything else is known
 * at its end only, so the stream itself fails then, and with it whatever was reading.
 * @throws HttpProblem 415 when the body is not multipart, 413 when it is too large, 400 when it is not one file.
 */
export async function openUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) {
    const text = { zh: '请以 multipart/form-data 上传文件', en: 'Upload the file as multipart/form-data' };
    throw new HttpProblem(415, 'UNSUPPORTED_MEDIA_TYPE', text);
  }
  if (Number(request.headers['content-length'] ?? 0) > UPLOAD_LIMIT + FRAMING) throw tooLarge();
  const parts = request.parts();
  try {
    const part = await nextOf(parts);
    if (part?.type !== 'file' || part.fieldname !== 'file') throw notOneFile();
    return { fileName: part.filename ?? '', content: contentOf(part, parts, request) };
  } catch (error) {
    drain(request);
    throw error;
  }
}

async function* contentOf(
  part: MultipartFile,
  parts: AsyncIterableIterator<Multipart>,
  request: FastifyRequest,
): AsyncGenerator<Buffer> {
  try {
    yield* part.file.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
    if (part.file.truncated) throw tooLarge();
    if (await nextOf(parts)) throw notOneFile();
  } catch (error) {
    throw translated(error);
  } finally {
    drain(request);
  }
}

async function nextOf(parts: AsyncIterableIterator<Multipart>): Promise<Multipart | undefined> {
  try {
    const next = await parts.next();
    return next.done ? undefined : next.value;
  } catch (error) {
    throw translated(error);
  }
}

/** Lets what is left of the body run out, or a client that is still sending would never read the answer. */
function drain(request: FastifyRequest): void {
  request.raw.unpipe();
  request.raw.resume();
}

/** Limits and syntax errors of the parser in our words; other errors (a full disk) are left as they are. */
function translated(error: unknown): unknown {
  const { code, statusCode, message = '' } = error as { code?: string; statusCode?: number; message?: string };
  if (code === 'FST_REQ_FILE_TOO_LARGE') return tooLarge();
  // The sender hung up: nobody reads the answer, and it is no fault of the server's to be logged.
  if (code === 'ECONNRESET') return notOneFile();
  if (statusCode !== undefined || /multipart|terminated early|boundary|part header|malformed/i.test(message)) {
    return error instanceof HttpProblem ? error : notOneFile();
  }
  return error;
}

function tooLarge(): HttpProblem {
  return new HttpProblem(413, 'PAYLOAD_TOO_LARGE', { zh: '文件超过50MB', en: 'The file is larger than 50 MB' });
}

function notOneFile(): HttpProblem {
  return new HttpProblem(400, 'MALFORMED', {
    zh: '请求应当只含一个名为 file 的文件',
    en: 'The request must hold one file, in a field named "file", and nothing else',
  });
}
