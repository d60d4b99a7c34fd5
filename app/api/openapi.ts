import { z } from 'zod';
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import {
  appointmentChange,
  appointmentFilterInput,
  appointmentJson,
  appointmentMove,
  appointmentPage,
  bookingInput,
  proposalAnswer,
} from '@/lib/appointments/schema';
import { doctorPage, slotPage, slotsQuery } from '@/lib/availability/schema';
import { callTicket, videoTokenRequest } from '@/lib/calls/schema';
import { problemJson } from '@/lib/platform/problem-schema';

const json = (schema: z.ZodType, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});
const problem = {
  description: 'Refused; `code` says why.',
  content: { 'application/problem+json': { schema: problemJson } },
};
const path = z.object({ id: z.uuid() });
const body = (schema: z.ZodType, required = true) => ({ required, content: { 'application/json': { schema } } });

/** A request that changes one appointment and answers it. */
const changing = (summary: string, schema: z.ZodType) => ({
  post: {
    summary,
    requestParams: { path },
    requestBody: body(schema),
    responses: { 200: json(appointmentJson, 'The appointment as it is now.'), default: problem },
  },
});

const paths: ZodOpenApiPathsObject = {
  '/api/doctors': {
    get: {
      summary: 'Doctors whom one can book, with the next free slot of each',
      responses: { 200: json(doctorPage, 'By name.'), default: problem },
    },
  },
  '/api/doctors/{id}/slots': {
    get: {
      summary: 'Free slots of a doctor',
      requestParams: { path, query: slotsQuery },
      responses: { 200: json(slotPage, 'By start.'), default: problem },
    },
  },
  '/api/appointments': {
    get: {
      summary: 'Own appointments by start, a page at a time',
      requestParams: { query: appointmentFilterInput },
      responses: { 200: json(appointmentPage, 'One page.'), default: problem },
    },
    post: {
      summary: 'Book a visit',
      requestParams: { header: z.object({ 'idempotency-key': z.string().min(8).max(200).optional() }) },
      requestBody: body(bookingInput),
      responses: { 201: json(appointmentJson, 'Booked: pending for a patient, else confirmed.'), default: problem },
    },
  },
  '/api/appointments/{id}': {
    get: {
      summary: 'One own appointment',
      requestParams: { path },
      responses: { 200: json(appointmentJson, 'The appointment.'), default: problem },
    },
  },
  '/api/appointments/{id}/confirm': changing('Accept a request', appointmentChange),
  '/api/appointments/{id}/decline': changing('Refuse a request', appointmentChange),
  '/api/appointments/{id}/cancel': changing('Cancel a visit or a request', appointmentChange),
  '/api/appointments/{id}/reschedule': changing(
    'Move a visit; a patient’s move of a confirmed one is a proposal',
    appointmentMove,
  ),
  '/api/appointments/{id}/proposal': changing('Answer a proposed time', proposalAnswer),
  '/api/appointments/{id}/calendar.ics': {
    get: {
      summary: 'The appointment as a calendar event, without its reason',
      requestParams: { path },
      responses: {
        200: { description: 'RFC 5545', content: { 'text/calendar': { schema: z.string() } } },
        default: problem,
      },
    },
  },
  '/api/appointments/{id}/video-token': {
    post: {
      summary: 'Join the call of an open, confirmed video visit',
      requestParams: { path },
      requestBody: body(videoTokenRequest, false),
      responses: { 200: json(callTicket, 'A token for the room.'), default: problem },
    },
  },
};

/** The API as an OpenAPI 3.1 document, made from the schemas that the handlers themselves parse by. */
export const openApiDocument = () =>
  createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Anteroom',
      version: '1.0.0',
      description: 'Signed in by the session cookie. Instants are ISO 8601 in UTC.',
    },
    paths,
  });
