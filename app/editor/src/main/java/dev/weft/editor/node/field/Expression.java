package dev.weft.editor.node.field;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/// Sums that people type into fields for numbers: `20*1.5`, `512 + 2*64`, `(1+2)/4`. A comma counts as a point.
final class Expression {
    private static final MathContext PRECISION = MathContext.DECIMAL128;
    private static final int LONGEST = 200;

    private final String text;
    private int at;

    private Expression(String text) {
        this.text = text;
    }

    /// The value; nothing if the text is no sum, or divides by zero.
    static Optional<BigDecimal> value(String typed) {
        String text =
                typed.replace(',', '.').replace('×', '*').replace('÷', '/').replace("−", "-");
        if (text.isBlank() || text.length() > LONGEST) {
            return Optional.empty();
        }
        Expression expression = new Expression(text);
        try {
            BigDecimal value = expression.sum();
            expression.skip();
            return expression.at == text.length() ? Optional.of(value) : Optional.empty();
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private BigDecimal sum() {
        BigDecimal value = product();
        while (true) {
            if (take('+')) {
                value = value.add(product(), PRECISION);
            } else if (take('-')) {
                value = value.subtract(product(), PRECISION);
            } else {
                return value;
            }
        }
    }

    private BigDecimal product() {
        BigDecimal value = factor();
        while (true) {
            if (take('*')) {
                value = value.multiply(factor(), PRECISION);
            } else if (take('/')) {
                value = value.divide(factor(), PRECISION);
            } else {
                return value;
            }
        }
    }

    private BigDecimal factor() {
        if (take('-')) {
            return factor().negate();
        }
        if (take('+')) {
            return factor();
        }
        if (take('(')) {
            BigDecimal value = sum();
            if (!take(')')) {
                throw new NumberFormatException("no closing bracket");
            }
            return value;
        }
        int start = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        return new BigDecimal(text.substring(start, at));
    }

    private boolean take(char wanted) {
        skip();
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
