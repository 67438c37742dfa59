<?xml version="1.0" encoding="UTF-8"?>
<!-- The yearly statement as plain text. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:s="urn:trygghetsregister:statement:1" xmlns:f="urn:trygghetsregister:functions:1">
  <xsl:import href="../parts/statement.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:param name="language"/>

  <xsl:template match="/s:statement">
    <xsl:variable name="decision" select="s:decision"/>
    <xsl:variable name="attendance" select="s:decision/s:attendance"/>
    <xsl:variable name="amount" select="f:amount(string($decision/@amount))"/>
    <xsl:value-of select="concat(s:issuer, '&#10;', f:message('statement.agency'), '&#10;')"/>
    <xsl:value-of select="concat(f:message('statement.issued'), ': ', @issued, '&#10;')"/>
    <xsl:value-of select="concat(f:message('statement.number'), ': ', @number, '&#10;&#10;')"/>
    <xsl:apply-templates select="s:recipient"/>
    <xsl:value-of select="concat('&#10;', f:message('statement.subject'), '&#10;')"/>
    <xsl:value-of select="concat(f:message($title, 'year', string(@year)), '&#10;&#10;')"/>
    <xsl:if test="$language != 'sv'"><xsl:value-of select="concat(f:message('statement.translation'), '&#10;&#10;')"/></xsl:if>
    <xsl:for-each select="s:correction">
      <xsl:value-of select="concat(f:message(concat('statement.corrects-by-', @act), 'number', string(@supersedes)), '&#10;')"/>
      <xsl:if test="string(.)">
        <xsl:value-of select="concat(f:message('statement.correction-reason', 'reason', string(.)), '&#10;')"/>
      </xsl:if>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
    <xsl:value-of select="f:message($lead, 'year', string(@year), 'amount', $amount)"/>
    <xsl:value-of select="concat('&#10;&#10;', f:message('statement.year'), ': ', @year, '&#10;')"/>
    <xsl:value-of select="concat(f:message('statement.person'), ': ', s:recipient/@number, '&#10;')"/>
    <xsl:for-each select="$decision/s:window">
      <xsl:value-of select="concat(f:message('statement.window'), ': ', @from, '–', @to, ', ', f:message('statement.in-ring'), ' ', @ring, '&#10;')"/>
    </xsl:for-each>
    <xsl:value-of select="concat(f:message('statement.attendance'), ': ', f:message('statement.of', 'attended', string($attendance/@attended), 'counted', string($attendance/@counted)), '&#10;')"/>
    <xsl:value-of select="concat(f:message('statement.share'), ': ', f:percent(string($attendance/@attended), string($attendance/@counted)), '&#10;')"/>
    <xsl:value-of select="concat(f:message('statement.amount'), ': ', f:message('statement.kronor', 'amount', $amount), '&#10;')"/>
    <xsl:value-of select="concat(f:message('statement.decided'), ': ', f:message('statement.decided-on', 'day', string($decision/@decided), 'version', string($decision/@version)), '&#10;')"/>
    <xsl:value-of select="concat(f:message('statement.rules'), ': ', $decision/@rules, '&#10;&#10;')"/>
    <xsl:value-of select="concat(f:message('statement.conditions'), '&#10;')"/>
    <xsl:for-each select="$decision/s:condition">
      <!-- As written, unless the words stand there in the language of the text too. -->
      <xsl:variable name="words" select="(.|s:translation[@language = $language])[last()]"/>
      <xsl:value-of select="concat('– ', f:message(concat('statement.', @state)), ': ', $words/s:text, ' (', $words/s:provision, ')&#10;')"/>
    </xsl:for-each>
    <xsl:choose>
      <xsl:when test="$decision/@automated = 'true'"><xsl:value-of select="concat(f:message('statement.automated'), '&#10;')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat(f:message('statement.officer'), '&#10;')"/></xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="concat('&#10;', f:message(string($reservation), 'amount', $amount), '&#10;')"/>
    <xsl:for-each select="s:income-neutral"><xsl:value-of select="concat(., '&#10;')"/></xsl:for-each>
    <xsl:text>&#10;</xsl:text>
    <xsl:value-of select="concat(f:message($verify), '&#10;', f:message('statement.code'), ': ', @code, '&#10;', @verify, '&#10;&#10;')"/>
    <xsl:value-of select="concat(f:message('statement.proposal'), '&#10;')"/>
  </xsl:template>

  <xsl:template match="s:recipient">
    <xsl:choose>
      <xsl:when test="@estate = 'true'"><xsl:value-of select="f:message('statement.estate', 'name', string(s:name))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="s:name"/></xsl:otherwise>
    </xsl:choose>
    <xsl:text>&#10;</xsl:text>
    <xsl:if test="s:street">
      <xsl:value-of select="concat(s:street, '&#10;', s:postcode, ' ', s:city, '&#10;')"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
