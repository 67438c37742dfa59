<?xml version="1.0" encoding="UTF-8"?>
<!-- Attendance as one bar: the part attended, the whole that counts, and a line at what was needed. The caption says the
     same in words, so the picture is hidden from those who listen. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">

  <!-- The width of the picture in its own units, and beyond which number the parts are no longer told apart. -->
  <xsl:variable name="width" select="600"/>
  <xsl:variable name="most" select="60"/>

  <xsl:template match="*[local-name() = 'attendance']" mode="chart">
    <xsl:variable name="part" select="$width div @counted"/>
    <figure>
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {$width} 58" role="img" aria-labelledby="chart-title">
        <title id="chart-title"><xsl:call-template name="chart-text"/></title>
        <xsl:choose>
          <xsl:when test="@counted &lt;= $most">
            <xsl:call-template name="parts">
              <xsl:with-param name="width" select="$part"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:otherwise>
            <rect x="0" y="20" width="{$width}" height="34" class="absent"/>
            <rect x="0" y="20" width="{format-number(@attended * $part, '0.##')}" height="34" class="present"/>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:variable name="line" select="format-number(@needed * $part - 1, '0.##')"/>
        <line x1="{$line}" x2="{$line}" y1="16" y2="58" class="limit"/>
        <text x="{$line}" y="11" text-anchor="end" class="limit-text"><xsl:value-of select="f:message('statement.line', 'needed', string(@needed))"/></text>
      </svg>
      <figcaption><xsl:call-template name="chart-text"/></figcaption>
    </figure>
  </xsl:template>

  <xsl:template name="chart-text">
    <xsl:value-of select="f:message('statement.chart', 'attended', string(@attended), 'counted', string(@counted), 'needed', string(@needed))"/>
  </xsl:template>

  <!-- One square for each occasion, those attended first. -->
  <xsl:template name="parts">
    <xsl:param name="width"/>
    <xsl:param name="done" select="0"/>
    <xsl:if test="$done &lt; @counted">
      <rect xmlns="http://www.w3.org/2000/svg" x="{format-number($done * $width, '0.##')}" y="20"
            width="{format-number($width - 3, '0.##')}" height="34" rx="2">
        <xsl:attribute name="class">
          <xsl:choose>
            <xsl:when test="$done &lt; @attended">present</xsl:when>
            <xsl:otherwise>absent</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
      </rect>
      <xsl:call-template name="parts">
        <xsl:with-param name="width" select="$width"/>
        <xsl:with-param name="done" select="$done + 1"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
