import { z } from 'zod';
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import { body, changing, json, path, problems, problemsForAnyone } from '@/app/api/openapi-parts';
import { bookingInput } from '@/lib/appointments/schema/booking';
import { appointmentChange, proposalAnswer } from '@/lib/appointments/schema/change';
import { appointmentHandOver } from '@/lib/appointments/schema/hand-over';
import { appointmentJson, appointmentPage, changedJson } from '@/lib/appointments/schema/json';
import { appointmentFilterInput } from '@/lib/appointments/schema/list';
import { appointmentMove } from '@/lib/appointments/schema/move';
import { SLOT_REFUSALS } from '@/lib/availability/policy';
import { doctorPage, slotPage, slotsQuery } from '@/lib/availability/schema';
import { callParticipants, callTicket, videoTokenRequest } from '@/lib/calls/schema';

/** Refusals that stand in the way of some visits of a series. */
const ABOUT_SERIES = ['series_collision', 'series_time_skipped', 'series_time_ambiguous'] as const;

const paths: ZodOpenApiPathsObject = {
  '/api/doctors': {
    get: {
      summary: 'Doctors whom one can book, with the next free slot of each',
      responses: { 200: json(doctorPage, 'By name.'), ...problems() },
    },
  },
  '/api/doctors/{id}/slots': {
    get: {
      summary: 'Free slots of a doctor',
      requestParams: { path, query: slotsQuery },
      responses: { 200: json(slotPage, 'By start.'), ...problems('invalid_request', 'doctor_not_found') },
    },
  },
  '/api/appointments': {
    get: {
      summary: 'Own appointments by start, a page at a time',
      requestParams: { query: appointmentFilterInput },
      responses: { 200: json(appointmentPage, 'One page.'), ...problems('invalid_request') },
    },
    post: {
      summary: 'Book a visit, or a series of them: all or none',
      requestParams: { header: z.object({ 'idempotency-key': z.string().min(8).max(200).optional() }) },
      requestBody: body(bookingInput),
      responses: {
        201: json(
          changedJson,
          'Booked: pending for a patient, else confirmed. Of a series the first, and all under `series`.',
          z.object({ location: z.string() }),
        ),
        ...problems(
          'foreign_origin',
          'invalid_request',
          'too_large',
          'doctor_not_found',
          'forbidden',
          'patient_not_found',
          'email_not_confirmed',
          'slot_taken',
          ...ABOUT_SERIES,
          'series_too_short',
          'series_too_long',
          'key_reused',
          ...SLOT_REFUSALS,
        ),
      },
    },
  },
  '/api/appointments/{id}': {
    get: {
      summary: 'One own appointment',
      requestParams: { path },
      responses: { 200: json(appointmentJson, 'The appointment.'), ...problems('appointment_not_found') },
    },
  },
  '/api/appointments/{id}/confirm': changing('Accept a request', appointmentChange, 'forbidden', 'appointment_over'),
  '/api/appointments/{id}/decline': changing('Refuse a request', appointmentChange, 'forbidden', 'appointment_over'),
  '/api/appointments/{id}/cancel': changing('Cancel a visit or a request', appointmentChange),
  '/api/appointments/{id}/reschedule': changing(
    'Move a visit; a patient’s move of a confirmed one is a proposal',
    appointmentMove,
    'appointment_over',
    'doctor_not_found',
    'slot_taken',
    'same_time',
    ...ABOUT_SERIES,
    ...SLOT_REFUSALS,
  ),
  '/api/appointments/{id}/proposal': changing(
    'Answer a proposed time',
    proposalAnswer,
    'forbidden',
    'appointment_over',
  ),
  '/api/appointments/{id}/hand-over': changing(
    'Give a visit to another doctor, at the same time; the front desk’s',
    appointmentHandOver,
    'forbidden',
    'doctor_not_found',
    'same_doctor',
    'appointment_over',
    'slot_taken',
  ),
  '/api/appointments/{id}/calendar.ics': {
    get: {
      summary: 'The appointment as a calendar event, without its reason',
      requestParams: { path },
      responses: {
        200: { description: 'RFC 5545', content: { 'text/calendar': { schema: z.string() } } },
        ...problems('appointment_not_found'),
      },
    },
  },
  '/api/calendar/{file}': {
    get: {
      summary:
        'A person’s own feed for a calendar program, under the secret address that their account shows; asks for no session',
      requestParams: {
        path: z.object({ file: z.string().meta({ description: 'The secret, and “.ics”.' }) }),
        header: z.object({ 'if-none-match': z.string().optional(), 'if-modified-since': z.string().optional() }),
      },
      security: [],
      responses: {
        200: {
          description: 'RFC 5545; METHOD:PUBLISH',
          headers: z.object({ etag: z.string(), 'cache-control': z.string() }),
          content: { 'text/calendar': { schema: z.string() } },
        },
        304: { description: 'Nothing has changed since.' },
        ...problemsForAnyone('not_found', 'too_many_requests'),
      },
    },
  },
  '/api/appointments/{id}/participants': {
    get: {
      summary: 'Who of the others is in the call of an open, confirmed video visit now',
      requestParams: { path },
      responses: {
        200: json(callParticipants, 'The others on its roster who are in the room, and whether the person asking is.'),
        ...problems(
          'too_many_requests',
          'appointment_not_found',
          'not_a_video_visit',
          'appointment_not_confirmed',
          'appointment_canceled',
          'appointment_declined',
          'appointment_over',
          'too_early',
          'too_late',
          'call_unavailable',
        ),
      },
    },
  },
  '/api/appointments/{id}/video-token': {
    post: {
      summary: 'Join the call of an open, confirmed video visit',
      requestParams: { path },
      requestBody: body(videoTokenRequest, false),
      responses: {
        200: json(callTicket, 'A token for the room.'),
        ...problems(
          'foreign_origin',
          'too_large',
          'invalid_request',
          'too_many_requests',
          'appointment_not_found',
          'not_a_video_visit',
          'appointment_not_confirmed',
          'appointment_canceled',
          'appointment_declined',
          'appointment_over',
          'too_early',
          'too_late',
          'in_another_call',
          'call_taken',
          'call_unavailable',
        ),
      },
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
    components: { schemas: { Appointment: appointmentJson, CallTicket: callTicket } },
  });
