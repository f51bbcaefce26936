package io.evenhand.platform;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads what clients send: no guessing at types, no doubled names, no silently dropped fields, and
 * a pointer to whatever is wrong.
 */
@Component
public class StrictJson {

    private static final int MOST_UNKNOWN_FIELDS = 50;

    private final JsonMapper mapper =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .enable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .withCoercionConfig(
                            LogicalType.Textual,
                            config ->
                                    config.setCoercion(
                                                    CoercionInputShape.Integer, CoercionAction.Fail)
                                            .setCoercion(
                                                    CoercionInputShape.Float, CoercionAction.Fail)
                                            .setCoercion(
                                                    CoercionInputShape.Boolean,
                                                    CoercionAction.Fail))
                    .build();

    /**
     * The body as a value; fields that it has no place for are added to the violations.
     *
     * @throws Refusal {@code MALFORMED_BODY} if it cannot be read as such a value at all
     */
    public <T> T read(byte[] body, Class<T> type, Violations violations) {
        requireUnicode(body);
        try {
            T value =
                    mapper.readerFor(type)
                            .withHandler(new UnknownFields(violations))
                            .readValue(body);
            if (value == null) {
                throw malformed("", "is null");
            }
            return value;
        } catch (DatabindException e) {
            throw malformed(pointer(e.getPath()), "has the wrong JSON type");
        } catch (StreamReadException e) {
            throw malformed(pointer(e.getPath()), "is not JSON at " + place(e));
        } catch (JacksonException e) {
            throw malformed("", "is not JSON within the limits of this service");
        }
    }

    /** Half a surrogate pair can neither be stored nor sent again, in UTF-8 or as an escape. */
    private void requireUnicode(byte[] body) {
        if (!Unicode.isUtf8(body)) {
            throw malformed("", "is not UTF-8");
        }
        try (JsonParser parser = mapper.createParser(body)) {
            List<Violation> halves = Unicode.halfCharacters(parser);
            if (!halves.isEmpty()) {
                throw malformed(halves);
            }
        } catch (JacksonException e) {
            throw malformed("", "is not JSON at " + place(e));
        }
    }

    /** A digest of the body that is the same for the same JSON, however it is written. */
    public Sha256 digest(byte[] body) {
        try {
            JsonNode tree = mapper.readTree(body);
            return Sha256.of(mapper.writeValueAsBytes(tree));
        } catch (JacksonException e) {
            throw malformed("", "is not JSON");
        }
    }

    private static Refusal malformed(String pointer, String message) {
        return malformed(List.of(Violation.at(pointer, message)));
    }

    private static Refusal malformed(List<Violation> violations) {
        return new Refusal(
                ProblemCode.MALFORMED_BODY,
                "Send a JSON object as the documentation describes it, in UTF-8.",
                violations);
    }

    private static String place(JacksonException error) {
        return error.getLocation() == null
                ? "an unknown place"
                : "line %d, column %d"
                        .formatted(
                                error.getLocation().getLineNr(), error.getLocation().getColumnNr());
    }

    private static String pointer(List<JacksonException.Reference> path) {
        return path.stream()
                .map(StrictJson::segment)
                .map(part -> "/" + part.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    private static String segment(JacksonException.Reference reference) {
        return reference.getPropertyName() == null
                ? Integer.toString(reference.getIndex())
                : reference.getPropertyName();
    }

    /** Reports unknown fields and goes on, so that a client hears of all of them. */
    private static final class UnknownFields extends DeserializationProblemHandler {

        private final Violations violations;

        private UnknownFields(Violations violations) {
            this.violations = violations;
        }

        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                ValueDeserializer<?> deserializer,
                Object beanOrClass,
                String name) {
            if (violations.all().size() < MOST_UNKNOWN_FIELDS) {
                violations.add(
                        object(context.getParser()).appendProperty(name).toString(),
                        "is not a field of this object");
            }
            parser.skipChildren();
            return true;
        }

        /** Unknown fields may have been put aside: only where the body is being read is known. */
        private static JsonPointer object(JsonParser body) {
            TokenStreamContext place = body.streamReadContext();
            JsonToken token = body.currentToken();
            boolean entered = token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY;
            JsonPointer pointer = (entered ? place.getParent() : place).pathAsPointer();
            return token == JsonToken.END_OBJECT ? pointer : pointer.head();
        }
    }
}
